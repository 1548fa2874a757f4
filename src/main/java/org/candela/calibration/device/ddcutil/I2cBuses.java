package org.candela.calibration.device.ddcutil;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Why libddcutil may find no display: it passes over buses it may not open without a word. */
// [impl->req~device.ddcutil.errors~1]
final class I2cBuses {
    private I2cBuses() {}

    /** What to do about the buses under {@code devices}; empty when they are there and open. */
    static Optional<String> advice(Path devices) {
        List<Path> buses = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "i2c-*")) {
            found.forEach(buses::add);
        } catch (IOException e) {
            return Optional.of(devices + " cannot be read: " + e.getMessage());
        }
        return advice(buses, bus -> Files.isReadable(bus) && Files.isWritable(bus));
    }

    static Optional<String> advice(List<Path> buses, Predicate<Path> isOpen) {
        if (buses.isEmpty()) {
            return Optional.of("no monitor can be reached: there is no /dev/i2c-*; load the kernel module i2c-dev"
                    + " (modprobe i2c-dev, or a line i2c-dev in /etc/modules-load.d/i2c.conf)");
        }
        return buses.stream().anyMatch(isOpen)
                ? Optional.empty()
                : Optional.of(
                        "no monitor can be reached: none of the /dev/i2c-* may be opened" + DdcutilStatus.advice(-13));
    }
}
