package org.candela;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document of which tests write parts, between marks; {@code -Dcandela.golden=write} writes them anew.
 *
 * @param begin a line that begins a part, with {@code %s} for its name
 * @param end the line that ends each
 */
public record GoldenDocument(Path path, String begin, String end) {

    /** The committed part {@code name} must be {@code text}. */
    public void check(String name, String text) throws IOException {
        String document = Files.readString(path);
        String start = begin.formatted(name) + "\n";
        int from = document.indexOf(start) + start.length();
        int to = document.indexOf(end + "\n", from);
        assertTrue(from >= start.length() && to >= 0, path + " has no part for " + name);
        if ("write".equals(System.getProperty("candela.golden"))) {
            Files.writeString(path, document.substring(0, from) + text + document.substring(to));
        } else {
            assertEquals(document.substring(from, to), text, path + " is not up to date; see its head");
        }
    }
}
