package org.candela;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/viewer.md names tests: each of them must be there, or the page claims a proof that does not exist. */
class ViewerDocumentTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Set<String> there;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAMED.matcher(Files.readString(Path.of("docs/viewer.md")));
        while (matcher.find()) {
            named.add(matcher.group(1));
        }

        assertTrue(named.size() > 40, "so many are named: " + named.size());
        named.removeAll(there);
        assertEquals(Set.of(), named);
    }
}
