package org.candela.readiness.room;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temperature sensors that the Linux kernel lists, each with what it measures. Those inside the machine are no thermometer of
 * the room and never count as one. Blocks on files of the kernel.
 *
 * @param hwmon usually {@code /sys/class/hwmon}; need not be there
 * @param iio usually {@code /sys/bus/iio/devices}; need not be there
 */
// [impl->req~readiness.temperature~1]
public record Thermometers(Path hwmon, Path iio) {
    private static final Logger LOG = LoggerFactory.getLogger(Thermometers.class);
    /** Where Linux has them. */
    public static final Thermometers OF_THIS_MACHINE =
            new Thermometers(Path.of("/sys/class/hwmon"), Path.of("/sys/bus/iio/devices"));

    /** Drivers of sensors that are known to stand in the open on a lead or stick of their own. */
    private static final Set<String> ROOM_DRIVERS = Set.of(
            "sht3x",
            "sht4x",
            "sht15",
            "sht21",
            "shtc1",
            "hih6130",
            "chipcap2",
            "bme280",
            "bme680",
            "bmp280",
            "hts221",
            "hdc100x",
            "hdc2010",
            "hdc3020",
            "htu21",
            "si7020",
            "am2315",
            "dht11",
            "aht10",
            "w1_slave_temp");

    /** Where a sensor stands, as far as its driver tells. */
    public enum Place {
        /** On a lead or stick: where, the reader says. */
        OUTSIDE_THE_MACHINE,
        /** Processor, disk, board, power supply: warmer than the room. */
        INSIDE_THE_MACHINE
    }

    /**
     * A sensor.
     *
     * @param name driver and label, as {@code "sht3x temp1"}
     */
    public record Sensor(String name, Place place, double celsius) {
        /** What it measures, in words. */
        public String measures() {
            return place == Place.OUTSIDE_THE_MACHINE ? "outside the machine" : "inside the machine, not the room";
        }
    }

    /** All that can be read now. */
    public List<Sensor> list() {
        List<Sensor> found = new ArrayList<>();
        folders(hwmon).forEach(folder -> files(folder, "temp*_input")
                .forEach(file -> hwmon(folder, file).ifPresent(found::add)));
        folders(iio).forEach(folder -> iio(folder).ifPresent(found::add));
        found.sort(Comparator.comparing(Sensor::place).thenComparing(Sensor::name));
        return found;
    }

    /** The sensor of that name, unless it is inside the machine; empty too when it is not there. */
    public Optional<Sensor> ofRoom(String name) {
        return list().stream()
                .filter(sensor -> sensor.name().equals(name) && sensor.place() == Place.OUTSIDE_THE_MACHINE)
                .findFirst();
    }

    /** Millidegrees (kernel documentation, hwmon/sysfs-interface). */
    private static Optional<Sensor> hwmon(Path folder, Path input) {
        String channel = String.valueOf(input.getFileName()).replace("_input", "");
        String driver = line(folder.resolve("name")).orElse("unknown");
        String label = line(folder.resolve(channel + "_label")).orElse(channel);
        return number(input).map(value -> new Sensor(driver + " " + label, place(driver), value / 1000));
    }

    /** Millidegrees, processed, or (raw + offset) * scale (kernel documentation, sysfs-bus-iio). */
    private static Optional<Sensor> iio(Path folder) {
        String driver = line(folder.resolve("name")).orElse("unknown");
        Optional<Double> processed = number(folder.resolve("in_temp_input"));
        Optional<Double> raw = number(folder.resolve("in_temp_raw")).flatMap(value -> number(
                        folder.resolve("in_temp_scale"))
                .map(scale -> (value + number(folder.resolve("in_temp_offset")).orElse(0.0)) * scale));
        return processed
                .or(() -> raw)
                .map(value -> new Sensor(driver + " (" + folder.getFileName() + ")", place(driver), value / 1000));
    }

    private static Place place(String driver) {
        String plain = driver.toLowerCase(Locale.ROOT);
        return ROOM_DRIVERS.stream().anyMatch(plain::startsWith) ? Place.OUTSIDE_THE_MACHINE : Place.INSIDE_THE_MACHINE;
    }

    private static List<Path> folders(Path parent) {
        return files(parent, "*");
    }

    private static List<Path> files(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            files.forEach(found::add);
        } catch (IOException e) {
            LOG.debug("sensors of {} cannot be listed: {}", folder, e.toString());
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static Optional<Double> number(Path file) {
        return line(file).flatMap(text -> {
            try {
                return Optional.of(Double.valueOf(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> line(Path file) {
        try {
            return Files.isReadable(file)
                    ? Files.readAllLines(file).stream().findFirst().map(String::strip)
                    : Optional.empty();
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", file, e.toString()); // as of a sensor that is asleep
            return Optional.empty();
        }
    }
}
