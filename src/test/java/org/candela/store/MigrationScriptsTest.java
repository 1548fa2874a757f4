package org.candela.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationScriptsTest {
    private static final String FIRST = "db/migration/V001__store.sql";

    @TempDir
    private Path folder;

    // [utest->req~store.migrations~1]
    @Test
    void scriptsAreFoundInAJarWhoseFolderHasASpaceInItsName() throws IOException {
        Path jar = Files.createDirectory(folder.resolve("reading room")).resolve("candela.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            for (String name : List.of(FIRST, "db/migration/V010__audit.sql")) {
                entries.putNextEntry(new JarEntry(name));
                entries.write("SELECT 1;".getBytes(StandardCharsets.UTF_8));
            }
        }
        URL first = URI.create("jar:" + jar.toUri() + "!/" + FIRST).toURL();

        List<Integer> versions = MigrationScripts.besides(first).stream()
                .map(Migration::version)
                .sorted()
                .toList();

        assertEquals(List.of(1, 10), versions);
    }
}
