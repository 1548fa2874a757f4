package org.candela;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Real files to mutate: the corpus where it is at hand and those of Debian's python3-pydicom; none where neither is. */
public final class FuzzSeeds {
    private static final Path OF_DEBIAN = Path.of("/usr/lib/python3/dist-packages/pydicom/data");

    private FuzzSeeds() {}

    /** Files of at most {@code mostBytes}, by name. */
    public static List<Fuzz.Seed> files(long mostBytes) throws IOException {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        for (Path folder : List.of(Path.of(System.getProperty("candela.corpus", "../shared/corpus")), OF_DEBIAN)) {
            if (Files.isDirectory(folder)) {
                addAll(folder, mostBytes, seeds);
            }
        }
        return seeds;
    }

    private static void addAll(Path folder, long mostBytes, List<Fuzz.Seed> seeds) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= mostBytes) {
                    seeds.add(new Fuzz.Seed(folder.relativize(file).toString(), () -> bytes(file)));
                }
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
