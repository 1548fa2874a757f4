package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.MeterSource;
import org.candela.calibration.device.OpenMeter;
import org.junit.jupiter.api.Test;

class RoomMeterTest {
    private final FakeSource source = new FakeSource();
    private final RoomMeter meter = new RoomMeter(new MeterShelf(List.of(source)));

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
    void withoutAMeterItSaysWhatToDo() {
        RoomMeter none = new RoomMeter(new MeterShelf(List.of(new MeterSource() {
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
        })));

        CandelaException refused = assertThrows(CandelaException.class, none::require);

        assertEquals("app.no-meter", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("install the package argyll"), refused.getMessage());
    }

    private static final class FakeSource implements MeterSource {
        private boolean isPlugged = true;
        private int opened;
        private int closed;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public List<AttachedMeter> attached(Cancellation cancellation) {
            AttachedMeter line = new AttachedMeter(AttachedMeter.Kind.LINE, "", "", "", "ttyS0", "fake", false);
            return List.of(line, AttachedMeter.meter("fake", "1", "Make", "Model"));
        }

        @Override
        public OpenMeter open(AttachedMeter wanted, Cancellation cancellation) {
            opened++;
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
