package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.Test;

// [utest->req~device.meter-shelf~1]
class MeterShelfTest {
    private static final AttachedMeter METER = AttachedMeter.meter("good", "usb:1", "X-Rite", "i1 DisplayPro");

    private final MeterShelf shelf = new MeterShelf(List.of(new Missing(), new Good()));
    private final Cancellation cancellation = new Cancellation();

    @Test
    void aSourceThatCannotLookKeepsNoneOfTheOthersFromIt() {
        MeterShelf.Found found = shelf.look(cancellation);

        assertEquals(List.of(METER), found.meters());
        assertEquals(List.of("missing: tool: not installed; apt-get install tool"), found.advice());
    }

    @Test
    void aMeterIsOpenedByTheSourceThatToldOfIt() {
        DeviceException opened = assertThrows(DeviceException.class, () -> shelf.open(METER, cancellation));

        assertEquals("test.opened", opened.code());
        assertEquals("good:usb:1: opened", opened.getMessage());
    }

    @Test
    void aMeterOfAnotherShelfIsGone() {
        AttachedMeter other = AttachedMeter.meter("elsewhere", "1", "", "");

        assertEquals(
                "device.gone",
                assertThrows(DeviceException.class, () -> shelf.open(other, cancellation))
                        .code());
    }

    @Test
    void lookingCanBeCancelled() {
        cancellation.cancel();

        assertThrows(CancellationException.class, () -> shelf.look(cancellation));
    }

    @Test
    void aSimulatedMeterCannotBeOverlooked() {
        assertEquals(
                "SIMULATED Candela thing",
                new AttachedMeter(AttachedMeter.Kind.METER, "Candela", "thing", "1", "1", "sim", true).text());
    }

    private static final class Good implements MeterSource {
        @Override
        public String name() {
            return "good";
        }

        @Override
        public List<AttachedMeter> attached(Cancellation cancellation) {
            return List.of(METER);
        }

        @Override
        public OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
            throw new DeviceException("test.opened", meter.id(), "opened");
        }
    }

    private static final class Missing implements MeterSource {
        @Override
        public String name() {
            return "missing";
        }

        @Override
        public List<AttachedMeter> attached(Cancellation cancellation) throws DeviceException {
            throw new DeviceException("device.missing", "tool", "not installed; apt-get install tool");
        }

        @Override
        public OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
            throw new DeviceException("device.missing", "tool", "not installed");
        }
    }
}
