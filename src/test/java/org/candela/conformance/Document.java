package org.candela.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/conformance.md, whose parts are what was measured; {@code -Dcandela.golden=write} writes them anew. */
final class Document {
    static final Path PATH = Path.of("docs/conformance.md");
    private static final String END = "<!-- end of what was measured -->\n";

    private Document() {}

    /** The committed part {@code name} must be {@code measured}. */
    static void check(String name, String measured) throws IOException {
        String document = Files.readString(PATH);
        String start = "<!-- measured: " + name + " -->\n";
        int from = document.indexOf(start) + start.length();
        int to = document.indexOf(END, from);
        assertTrue(from >= start.length() && to >= 0, PATH + " has no part for " + name);
        if ("write".equals(System.getProperty("candela.golden"))) {
            Files.writeString(PATH, document.substring(0, from) + measured + document.substring(to));
        } else {
            assertEquals(document.substring(from, to), measured, PATH + " is not what was measured; see its head");
        }
    }
}
