package org.candela;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on display QA name tests: each class and method must be there, or a page claims a proof that does not exist. */
class QaDocumentsTest {
    private static final Pattern NAMED =
            Pattern.compile("`(?:org\\.candela\\.[a-z.]+)?([A-Z]\\w*(?:Test|Contract))(?:\\.(\\w+))?`");
    private static final Pattern TRAP = Pattern.compile("(?m)^\\| ([^|]+) \\| (`[^|]+) \\|$");

    @ParameterizedTest
    @CsvSource({"docs/hardware.md, 60", "docs/display-qa-compared.md, 20"})
    void everyTestThatAPageNamesIsThere(Path page, int least) throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher matcher = NAMED.matcher(Files.readString(page));
        while (matcher.find()) {
            named++;
            String source = tests.get(matcher.group(1));
            boolean isThere = source != null && hasMethod(source, matcher.group(2));
            if (!isThere) {
                missing.add(matcher.group());
            }
        }

        assertTrue(named >= least, "so many are named: " + named);
        assertEquals(List.of(), missing);
    }

    @Test
    void everyTrapNamesATestThatSpringsIt() throws IOException {
        String page = Files.readString(Path.of("docs/hardware.md"));
        String table = page.substring(page.indexOf("## Traps"), page.indexOf("\n## Windows"));
        long rows = table.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Trap |"))
                .count();
        List<String> traps =
                TRAP.matcher(table).results().map(row -> row.group(1)).toList();

        assertTrue(rows >= 25, "rows: " + rows);
        assertEquals(rows, traps.size(), "each row has a test: " + traps);
        assertEquals(traps.size(), traps.stream().distinct().count(), "each trap stands once");
    }

    /** A method of its own, not a word in a comment. */
    private static boolean hasMethod(String source, @Nullable String method) {
        return method == null || source.contains("void " + method + "(");
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().matches(".*(Test|Contract)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            QaDocumentsTest::read,
                            (one, other) -> one + other));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
