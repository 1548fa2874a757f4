package org.candela.calibration.device.sysfs;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.calibration.Illuminance;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ambient light sensor of the kernel's Industrial I/O subsystem, as laptops and some monitors have. Device thread.
 *
 * <p>Illuminance in lx is {@code in_illuminance_input} where the kernel computes it, else
 * {@code (in_illuminance_raw + in_illuminance_offset) · in_illuminance_scale} (Documentation/ABI/testing/sysfs-bus-iio).
 * The light that falls on the lid of a laptop is not the light on the screen beside it.
 */
// [impl->req~device.sysfs.light~1]
public final class IioLightSensor implements AmbientLightSensor {
    private static final Logger LOG = LoggerFactory.getLogger(IioLightSensor.class);
    private static final List<String> CHANNELS = List.of("in_illuminance", "in_illuminance0");
    /** Direct sunlight is about 100 000 lx: what is above twice that is no measurement. */
    private static final double MOST_LUX = 200_000;

    private final Path directory;
    private final String channel;
    private final String identity;

    private IioLightSensor(Path directory, String channel, String identity) {
        this.directory = directory;
        this.channel = channel;
        this.identity = identity;
    }

    /**
     * The light sensors under {@code root}; none where the kernel has no such devices.
     *
     * @param root {@code /sys/bus/iio/devices}
     */
    public static List<AmbientLightSensor> found(Path root) {
        List<AmbientLightSensor> sensors = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return sensors;
        }
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(root, "iio:device*")) {
            devices.forEach(device -> sensor(device).ifPresent(sensors::add));
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{} cannot be read: no light sensor is used", root);
        }
        sensors.sort(java.util.Comparator.comparing(AmbientLightSensor::identity));
        return sensors;
    }

    private static Optional<AmbientLightSensor> sensor(Path device) {
        return CHANNELS.stream()
                .filter(channel -> Files.exists(device.resolve(channel + "_input"))
                        || Files.exists(device.resolve(channel + "_raw")))
                .findFirst()
                .map(channel -> new IioLightSensor(device, channel, "IIO " + name(device) + " (" + device + ")"));
    }

    private static String name(Path device) {
        try {
            return SysfsFile.line(device.resolve("name"));
        } catch (DeviceException e) {
            LOG.debug("{} has no name", device, e);
            return "light sensor";
        }
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public Illuminance read() throws DeviceException {
        Path computed = directory.resolve(channel + "_input");
        double lux = Files.exists(computed)
                ? SysfsFile.number(computed)
                : (SysfsFile.number(directory.resolve(channel + "_raw")) + numberOr("_offset", 0))
                        * numberOr("_scale", 1);
        if (!(lux >= 0 && lux <= MOST_LUX)) {
            throw new DeviceException(
                    "device.garbage", identity, String.format(Locale.ROOT, "%g lx is no illuminance", lux));
        }
        return new Illuminance(lux);
    }

    private double numberOr(String what, double missing) throws DeviceException {
        Path file = directory.resolve(channel + what);
        return Files.exists(file) ? SysfsFile.number(file) : missing;
    }
}
