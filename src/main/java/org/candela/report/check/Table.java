package org.candela.report.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Versioned words of the checks, shipped beside them: one row a line, cells by tab, remarks by {@code #}. */
final class Table {
    private Table() {}

    /** The rows of a shipped table; missing cells at the end of a row are empty. */
    static List<List<String>> rows(String name, int cells) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> cells(line, cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own table " + name + " cannot be read", e);
        }
    }

    private static List<String> cells(String line, int cells) {
        List<String> found = List.of((line + "\t".repeat(cells)).split("\t", -1));
        return found.subList(0, cells);
    }
}
