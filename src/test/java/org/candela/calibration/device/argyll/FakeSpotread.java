package org.candela.calibration.device.argyll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A spotread of our own: a shell script that prints and waits as the real one does (texts of ArgyllCMS 2.3.1). */
final class FakeSpotread {
    static final ArgyllInstrument INSTRUMENT =
            new ArgyllInstrument(1, "usb:/bus1/dev4", "X-Rite i1 DisplayPro, ColorMunki Display");
    static final String TOLD = """
            printf 'Connecting to the instrument ..\\n'
            printf 'Product Name:      i1Display3\\nSerial Number:     I1-18.A-01.123456.07\\nFirmware Version:  v1.03\\n'
            """;
    static final String READY = """
            printf '\\nPlace instrument on spot to be measured,\\n'
            printf 'Hit ESC or Q to exit, any other key to take a reading: '
            """;
    static final String LIGHT =
            "printf '\\n Result is XYZ: 95.120000 100.250000 109.330000, Yxy: 100.250000 0.312200 0.329000\\n'\n";

    private final Path folder;

    FakeSpotread(Path folder) {
        this.folder = folder;
    }

    /** A meter that works. */
    Spotread good() throws IOException {
        return saying(TOLD + READY + LIGHT);
    }

    Spotread saying(String script) throws IOException {
        return saying(
                script, new Spotread.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(300), 2));
    }

    /** One that is given up soon. */
    Spotread hasty(String script) throws IOException {
        return saying(
                script, new Spotread.Limits(Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofMillis(100), 2));
    }

    /** One that may take its time to start and is given up soon afterwards. */
    Spotread hastyReading(String script) throws IOException {
        return saying(
                script, new Spotread.Limits(Duration.ofSeconds(20), Duration.ofMillis(700), Duration.ofMillis(100), 2));
    }

    /** A script in which {@code $F} is the folder. */
    Spotread saying(String script, Spotread.Limits limits) throws IOException {
        Path program = folder.resolve("spotread");
        Files.writeString(program, "#!/bin/sh\nF='" + folder + "'\necho $$ >> $F/pids\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Spotread(program, Optional.of(folder), limits);
    }

    /** What the scripts wrote to {@code pids} and is still there. */
    List<Long> alive() throws IOException {
        Path pids = folder.resolve("pids");
        if (!Files.exists(pids)) {
            return List.of();
        }
        return Files.readAllLines(pids).stream()
                .map(Long::parseLong)
                .filter(pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .toList();
    }

    List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
