package org.candela.viewer.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that appears with all its files or not at all: files are written into a hidden folder beside it, forced to disk,
 * and the whole is renamed at the end. Never a folder that is there already. One thread.
 */
// [impl->req~export.whole~1]
final class ExportFolder implements AutoCloseable {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'candela-export-'yyyyMMdd-HHmmss");
    private static final int MOST_TRIES = 1000;

    private final Path parent;
    private final String name;
    private final Path hidden;
    private int files;

    private ExportFolder(Path parent, String name, Path hidden) {
        this.parent = parent;
        this.name = name;
        this.hidden = hidden;
    }

    /** Begins below {@code parent}, which is made when it is not there. */
    static ExportFolder begin(Path parent, LocalDateTime now) throws IOException {
        Files.createDirectories(parent);
        return new ExportFolder(parent, now.format(NAME), Files.createTempDirectory(parent, ".candela-export-"));
    }

    /** Something that writes one file. */
    @FunctionalInterface
    interface Writing<E extends Exception> {
        void into(Path file) throws IOException, E;
    }

    /** Writes one file below the folder; {@code relative} must not be there yet. */
    <E extends Exception> void write(String relative, Writing<E> writing) throws IOException, E {
        Path file = hidden.resolve(relative);
        if (Files.exists(file)) {
            throw new IOException("two pictures of one name: " + relative);
        }
        Files.createDirectories(file.getParent());
        writing.into(file);
        force(file);
        files++;
    }

    int files() {
        return files;
    }

    /** Lets the folder appear and tells where. */
    Path appear() throws IOException {
        try (Stream<Path> all = Files.walk(hidden)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                forceFolder(folder);
            }
        }
        Path target = free();
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(parent);
        return target;
    }

    private Path free() throws IOException {
        for (int number = 1; number <= MOST_TRIES; number++) {
            Path target = parent.resolve(number == 1 ? name : name + "-" + number);
            if (Files.notExists(target)) {
                return target;
            }
        }
        throw new IOException("too many exports of one second");
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Not every system can; then the rename has to do. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders.
        }
    }

    /** Removes what did not appear. */
    @Override
    public void close() throws IOException {
        if (Files.notExists(hidden)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(hidden)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
