package org.candela.pad.hid;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hid4java.HidDevice;
import org.hid4java.HidException;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;
import org.hid4java.ScanMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HID devices of this machine, by hid4java, without the threads that it starts unless told not to. */
public final class Hid4JavaButtons implements ButtonPort {
    private static final Logger LOG = LoggerFactory.getLogger(Hid4JavaButtons.class);
    private static final int LONGEST = 64;

    @Override
    public List<Plugged> plugged(Set<String> devices) {
        try {
            return services().getAttachedHidDevices().stream()
                    .filter(device -> devices.contains(id(device)))
                    .map(device -> new Plugged(id(device), device.getPath()))
                    .toList();
        } catch (HidException | UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            LOG.info("buttons of dictation microphones cannot be used: hidapi does not load here ({})", e.toString());
            return List.of();
        }
    }

    @Override
    public Open open(Plugged plugged) throws IOException {
        try {
            HidDevice device = services().getAttachedHidDevices().stream()
                    .filter(each -> each.getPath().equals(plugged.path()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("it was unplugged"));
            if (!device.open()) {
                throw new IOException("it cannot be opened; may you read HID devices (Linux: udev rule for hidraw)?");
            }
            return new Reading(device);
        } catch (HidException | UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw new IOException("hidapi does not load here", e);
        }
    }

    private record Reading(HidDevice device) implements Open {
        @Override
        public byte[] read(Duration patience) throws IOException {
            byte[] report = new byte[LONGEST];
            int count = device.read(report, (int) Math.max(1, patience.toMillis()));
            if (count < 0) {
                throw new IOException("it was unplugged");
            }
            return Arrays.copyOf(report, count);
        }

        @Override
        public void close() {
            device.close();
        }
    }

    private static String id(HidDevice device) {
        return String.format(Locale.ROOT, "%04x:%04x", device.getVendorId() & 0xFFFF, device.getProductId() & 0xFFFF);
    }

    private static HidServices services() {
        HidServicesSpecification quiet = new HidServicesSpecification();
        quiet.setAutoStart(false);
        quiet.setAutoShutdown(false);
        quiet.setAutoDataRead(false);
        quiet.setScanMode(ScanMode.NO_SCAN);
        return new HidServices(quiet);
    }
}
