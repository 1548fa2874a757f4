package org.candela.calibration.device.hid;

import java.time.Duration;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.WholeReading;
import org.candela.calibration.device.hid.ColorHugMessage.Command;

/**
 * A Hughski ColorHug on the screen. Device thread. Errors: {@code device.gone}, {@code device.timeout}, {@code
 * device.out-of-range}, {@code device.needs-calibration}, {@code device.garbage}, {@code device.incomplete}, {@code
 * device.not-applied}, {@code device.failed}.
 */
// [impl->req~device.colorhug~1]
public final class ColorHug implements OpenMeter, WholeReading {
    /** The meter with its firmware running, by its own vendor number and by the one it had at first. */
    public static final List<UsbId> USB_IDS = List.of(new UsbId(0x273F, 0x1001), new UsbId(0x04D8, 0xF8DA));

    private static final Duration REPLY = Duration.ofSeconds(5);
    private static final Duration READING = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int MOST_STALE = 64;
    /** The longest and with that the quietest. */
    private static final int INTEGRAL_TIME = 0xFFFF;

    private static final byte FULL_FREQUENCY = 3;
    private static final byte MAIN_SENSOR = 0;
    private final HidPort port;
    private final Cancellation cancellation;
    private final Panel panel;
    private Identity identity = Identity.of("Hughski", "ColorHug", "", Aim.CONTACT);

    /** Kind of panel, each with a calibration of its own in the meter. */
    public enum Panel {
        FACTORY(0),
        LCD(64),
        CRT(65),
        PROJECTOR(66),
        LED(67);

        private final int calibration;

        Panel(int calibration) {
            this.calibration = calibration;
        }
    }

    private ColorHug(HidPort port, Panel panel, Cancellation cancellation) {
        this.port = port;
        this.panel = panel;
        this.cancellation = cancellation;
    }

    /** Asks who it is and makes it ready; the meter owns {@code port} from then on, also when this fails. */
    public static ColorHug open(HidPort port, Panel panel, Cancellation cancellation) throws DeviceException {
        ColorHug meter = new ColorHug(port, panel, cancellation);
        boolean isReady = false;
        try {
            meter.prepare();
            isReady = true;
            return meter;
        } finally {
            if (!isReady) {
                port.close();
            }
        }
    }

    private void prepare() throws DeviceException {
        String firmware = ColorHugMessage.firmware(ask(Command.GET_FIRMWARE_VERSION, REPLY));
        String serial = ColorHugMessage.serial(ask(Command.GET_SERIAL_NUMBER, REPLY));
        identity = Identity.of("Hughski", "ColorHug", serial, Aim.CONTACT).withFirmware(firmware);
        ask(Command.SET_MULTIPLIER, REPLY, FULL_FREQUENCY);
        ask(Command.SET_INTEGRAL_TIME, REPLY, ColorHugMessage.u16(INTEGRAL_TIME));
        int set = ColorHugMessage.integralTime(ask(Command.GET_INTEGRAL_TIME, REPLY));
        if (set != INTEGRAL_TIME) {
            throw DeviceException.notApplied(port.name(), "integral time " + set + " instead of " + INTEGRAL_TIME);
        }
    }

    /** Lets the meter test itself. */
    public void testItself() throws DeviceException {
        ask(Command.SELF_TEST, READING);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Seen measure() throws DeviceException {
        byte[] calibration = ColorHugMessage.u16(panel.calibration);
        ColorHugMessage.Reading seen = ColorHugMessage.reading(
                ask(Command.TAKE_READING_XYZ, READING, calibration[0], calibration[1], MAIN_SENSOR));
        return Tristimulus.ofNoisy(seen.x(), seen.y(), seen.z())
                .map(Seen::of)
                .orElseThrow(
                        () -> new DeviceException("device.unreadable", port.name(), "less than no light: " + seen));
    }

    private byte[] ask(Command command, Duration limit, byte... arguments) throws DeviceException {
        forgetStale();
        port.write(ColorHugMessage.encode(command, arguments));
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = end - System.nanoTime()) {
            cancellation.throwIfRequested();
            byte[] report = port.read(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
            if (report.length > 0) {
                return ColorHugMessage.decode(command, report, port.name());
            }
        }
        throw new DeviceException("device.timeout", port.name(), "no answer in time; plug it in again");
    }

    /** A reply that came too late for its own command must not be taken for that of the next of the same kind. */
    private void forgetStale() throws DeviceException {
        for (int i = 0; i < MOST_STALE; i++) {
            if (port.read(Duration.ZERO).length == 0) {
                return;
            }
        }
        throw new DeviceException("device.garbage", port.name(), "it sends without being asked");
    }

    @Override
    public void close() {
        port.close();
    }
}
