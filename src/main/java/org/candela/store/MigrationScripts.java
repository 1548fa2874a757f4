package org.candela.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the scripts beside {@code V001__store.sql} on the class path, in a folder or in a jar, so that no list of them
 * can be forgotten.
 */
final class MigrationScripts {
    private static final String FIRST = "/db/migration/V001__store.sql";

    private MigrationScripts() {}

    static List<Migration> onClassPath() {
        URL first = MigrationScripts.class.getResource(FIRST);
        if (first == null) {
            throw new IllegalStateException("the program was built without " + FIRST);
        }
        return besides(first);
    }

    /** All migrations in the folder of {@code first}, which lies in a folder or in a jar. */
    static List<Migration> besides(URL first) {
        try {
            URI uri = first.toURI();
            if (!uri.getScheme().equals("jar")) {
                return readFolder(Path.of(uri).resolveSibling(""));
            }
            try (FileSystem files = FileSystems.newFileSystem(jarOf(uri), Map.of())) {
                return readFolder(files.getPath(FIRST).resolveSibling(""));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("class path entry without a proper address: " + first, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's schema scripts cannot be read", e);
        }
    }

    /** {@code jar:file:/a%20b/c.jar!/entry} → the file; taken raw, since a folder's name may hold spaces. */
    private static Path jarOf(URI entry) {
        String address = entry.getRawSchemeSpecificPart();
        return Path.of(URI.create(address.substring(0, address.lastIndexOf('!'))));
    }

    private static List<Migration> readFolder(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(".sql"))
                    .map(MigrationScripts::readScript)
                    .toList();
        }
    }

    private static Migration readScript(Path script) {
        try {
            return Migration.of(script.getFileName().toString(), Files.readString(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
