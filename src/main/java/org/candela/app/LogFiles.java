package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One log file a launch; the newest ten are kept. To be called before anything logs. */
final class LogFiles {
    private static final int KEPT = 10;
    private static final String PROPERTY = "candela.log.file";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS");

    private LogFiles() {}

    /** Names this launch's file to Logback; without a writable folder warnings still reach the console. */
    static void begin(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            removeOld(folder);
            String name = "candela-" + STAMP.format(clock.instant().atOffset(ZoneOffset.UTC)) + ".log";
            System.setProperty(PROPERTY, folder.resolve(name).toString());
        } catch (IOException e) {
            System.err.println("candela: no log is written, " + folder + " is not writable");
        }
    }

    /** This launch's file; empty when none is written. */
    static Optional<Path> current() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).filter(Files::exists);
    }

    private static void removeOld(Path folder) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.filter(file -> file.getFileName().toString().matches("candela-[0-9-]+\\.log"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path old : newestFirst.subList(Math.min(KEPT - 1, newestFirst.size()), newestFirst.size())) {
            Files.deleteIfExists(old);
        }
    }
}
