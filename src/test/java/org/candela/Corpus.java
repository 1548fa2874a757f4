package org.candela;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real DICOM files with reference pixels, where they are: property {@code candela.corpus}, or beside the checkout. */
public final class Corpus {
    private Corpus() {}

    /** The folder; skips the test, with the reason, where there is none. */
    public static Path folder() {
        Path folder = Path.of(System.getProperty("candela.corpus", "../shared/corpus"))
                .toAbsolutePath();
        Assumptions.assumeTrue(Files.isDirectory(folder), "no corpus of real files at hand (set -Dcandela.corpus=DIR)");
        return folder;
    }

    /** Every regular file below {@code relative}. */
    public static List<Path> files(String relative) throws IOException {
        try (Stream<Path> files = Files.walk(folder().resolve(relative))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
