package org.candela.calibration.device.hid;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.candela.calibration.device.DeviceException;
import org.hid4java.HidDevice;
import org.hid4java.HidException;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;
import org.hid4java.ScanMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A HID device of this machine, by hid4java, without the threads and the shutdown hook that it starts unless told not to.
 * Device thread.
 */
// [impl->req~device.hid-port~1]
public final class Hid4JavaPort implements HidPort {
    private static final Logger LOG = LoggerFactory.getLogger(Hid4JavaPort.class);

    private final HidDevice device;
    private final String name;

    private Hid4JavaPort(HidDevice device, String name) {
        this.device = device;
        this.name = name;
    }

    /**
     * A device that is plugged in.
     *
     * @param path where the system has it
     * @param serial empty when it tells none without being opened
     */
    public record Device(UsbId id, String path, String serial) {
        /** As errors name it. */
        public String text() {
            return String.format(Locale.ROOT, "USB %04x:%04x at %s", id.vendor(), id.product(), path);
        }
    }

    /** The devices of these kinds, none of them opened; none where the library does not work here, with a warning. */
    public static List<Device> attached(List<UsbId> kinds) {
        try {
            return services().getAttachedHidDevices().stream()
                    .filter(device -> kinds.contains(id(device)))
                    .map(device -> new Device(
                            id(device), device.getPath(), Objects.requireNonNullElse(device.getSerialNumber(), "")))
                    .toList();
        } catch (HidException | UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            LOG.warn("HID meters cannot be used: hidapi does not load here (Debian: apt-get install libudev1)", e);
            return List.of();
        }
    }

    /** Opens a device that {@link #attached} told of; {@code device.gone} or {@code device.busy} when it cannot. */
    public static Hid4JavaPort open(Device wanted) throws DeviceException {
        try {
            HidDevice device = services().getAttachedHidDevices().stream()
                    .filter(candidate -> candidate.getPath().equals(wanted.path()))
                    .findFirst()
                    .orElseThrow(() -> new DeviceException("device.gone", wanted.text(), "it was unplugged"));
            if (!device.open()) {
                throw new DeviceException(
                        "device.busy",
                        wanted.text(),
                        "cannot be opened; does another program use it, and may you (Linux: udev rule for hidraw)?");
            }
            return new Hid4JavaPort(device, wanted.text());
        } catch (HidException | UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw new DeviceException("device.missing", wanted.text(), "hidapi does not load here", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] report) throws DeviceException {
        if (device.write(report, report.length, (byte) 0) < 0) {
            throw gone();
        }
    }

    @Override
    public byte[] read(Duration limit) throws DeviceException {
        byte[] report = new byte[ColorHugMessage.LENGTH];
        int count = device.read(report, (int) Math.max(1, limit.toMillis()));
        if (count < 0) {
            throw gone();
        }
        return Arrays.copyOf(report, count);
    }

    private DeviceException gone() {
        return new DeviceException("device.gone", name, "no answer; is it plugged in?");
    }

    @Override
    public void close() {
        device.close();
    }

    private static HidServices services() {
        HidServicesSpecification quiet = new HidServicesSpecification();
        quiet.setAutoStart(false);
        quiet.setAutoShutdown(false);
        quiet.setAutoDataRead(false);
        quiet.setScanMode(ScanMode.NO_SCAN);
        return new HidServices(quiet);
    }

    private static UsbId id(HidDevice device) {
        return new UsbId(device.getVendorId() & 0xFFFF, device.getProductId() & 0xFFFF);
    }
}
