package org.candela.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files that a command was given: each by its name, or as all below a folder. */
final class InputFiles {
    private InputFiles() {}

    /**
     * The files of {@code paths}, in their order and within a folder sorted by path. Links to folders are not followed.
     *
     * @throws NoSuchFileException when one of the paths does not exist
     */
    static List<Path> of(List<Path> paths) throws IOException {
        mustExist(paths);
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (UncheckedIOException e) {
                throw e.getCause(); // a folder below it that cannot be listed
            }
        }
        return files;
    }

    /** Refuses the first of {@code paths} that does not exist, before anything is done with the others. */
    static void mustExist(List<Path> paths) throws NoSuchFileException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
        }
    }
}
