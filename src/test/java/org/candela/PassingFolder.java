package org.candela;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that goes away with all that is in it when it is closed. For extensions, which get no {@code @TempDir}. */
public record PassingFolder(Path path) implements AutoCloseable {
    public static PassingFolder make() throws IOException {
        return new PassingFolder(Files.createTempDirectory("candela-test"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
