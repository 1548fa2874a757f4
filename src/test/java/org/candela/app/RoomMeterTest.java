package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.MeterSource;
import org.candela.calibration.device.OpenMeter;
import org.junit.jupiter.api.Test;

class RoomMeterTest {
    private final FakeSource source = new FakeSource();
    private List<ChosenMeter> meant = List.of();
    private final RoomMeter meter = new RoomMeter(new MeterShelf(List.of(source)), () -> meant, new Cancellation());

    // [utest->req~app.room-meter~1]
    @Test
    void theFirstMeterIsOpenedOnce() throws Exception {
        meter.require();
        meter.require();

        assertEquals("Make Model 7", meter.identity().text());
        assertEquals(12, meter.read().cdPerM2());
        assertEquals(1, source.opened);
    }

    // [utest->req~app.room-meter~1]
    @Test
    void aMeterThatFailsIsLetGoAndFoundAnew() throws Exception {
        meter.require();
        source.isPlugged = false;
        assertEquals(
                "device.gone", assertThrows(DeviceException.class, meter::read).code());
        assertEquals(1, source.closed);
        source.isPlugged = true;

        meter.require();

        assertEquals(12, meter.read().cdPerM2());
        assertEquals(2, source.opened);
    }

    // [utest->req~app.room-meter~1]
    @Test
    void ofTwoMetersNoneIsTakenUntilOneIsChosen() throws Exception {
        source.ports = List.of("1", "2");

        CandelaException refused = assertThrows(CandelaException.class, meter::require);

        assertEquals("device.which-meter", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("fake:1 (Make Model), fake:2"), refused.getMessage());
        meant = List.of(new ChosenMeter("fake:2", "", "", "", Optional.empty()));
        meter.require();
        assertEquals("2", source.openedPort);
    }

    // [utest->req~app.room-meter~1]
    @Test
    void anotherChoiceLetsGoOfTheMeterThatWasOpen() throws Exception {
        source.ports = List.of("1", "2");
        meant = List.of(new ChosenMeter("fake:1", "", "", "", Optional.empty()));
        meter.require();

        meant = List.of(new ChosenMeter("fake:2", "", "", "", Optional.empty()));
        meter.require();

        assertEquals(1, source.closed);
        assertEquals("2", source.openedPort);
    }

    // [utest->req~app.room-meter~1]
    @Test
    void withoutAMeterItSaysWhatToDo() {
        RoomMeter none = new RoomMeter(
                new MeterShelf(List.of(new MeterSource() {
                    @Override
                    public String name() {
                        return "spotread";
                    }

                    @Override
                    public List<AttachedMeter> attached(Cancellation cancellation) throws DeviceException {
                        throw new DeviceException("device.missing", "spotread", "install the package argyll");
                    }

                    @Override
                    public OpenMeter open(AttachedMeter wanted, Cancellation cancellation) {
                        throw new AssertionError("nothing to open");
                    }
                })),
                List::of,
                new Cancellation());

        CandelaException refused = assertThrows(CandelaException.class, none::require);

        assertEquals("device.no-meter", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("install the package argyll"), refused.getMessage());
    }

    private static final class FakeSource implements MeterSource {
        private boolean isPlugged = true;
        private List<String> ports = List.of("1");
        private String openedPort = "";
        private int opened;
        private int closed;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public List<AttachedMeter> attached(Cancellation cancellation) {
            AttachedMeter line = new AttachedMeter(AttachedMeter.Kind.LINE, "", "", "", "ttyS0", "fake", false);
            return Stream.concat(
                            Stream.of(line),
                            ports.stream().map(port -> AttachedMeter.meter("fake", port, "Make", "Model")))
                    .toList();
        }

        @Override
        public OpenMeter open(AttachedMeter wanted, Cancellation cancellation) {
            opened++;
            openedPort = wanted.port();
            return new OpenMeter() {
                @Override
                public Identity identity() {
                    return Identity.of("Make", "Model", "7", Aim.CONTACT);
                }

                @Override
                public Luminance read() throws DeviceException {
                    if (!isPlugged) {
                        throw new DeviceException("device.gone", "Make Model 7", "no answer");
                    }
                    return new Luminance(12);
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }
}
