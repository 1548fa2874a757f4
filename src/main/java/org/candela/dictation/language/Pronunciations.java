package org.candela.dictation.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How words sound: lines of a word and its phones, in the 39 phones of CMU without stress ({@code infarct IH N F AA R K T}). A
 * word has as many as there are lines for it; {@code word(2)} is a line for {@code word}. Immutable.
 */
public final class Pronunciations {
    /** No word at all. */
    public static final Pronunciations NONE = new Pronunciations(Map.of());

    private final Map<String, List<List<String>>> ways;

    private Pronunciations(Map<String, List<List<String>>> ways) {
        Map<String, List<List<String>>> copy = new HashMap<>();
        ways.forEach((word, each) -> copy.put(word, List.copyOf(each)));
        this.ways = Map.copyOf(copy);
    }

    /** Reads the lines of {@code wanted} alone; lines that begin with {@code #} are left out. */
    public static Pronunciations read(BufferedReader lines, Set<String> wanted) throws IOException {
        Map<String, List<List<String>>> ways = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int space = line.indexOf(' ');
            if (space > 0 && !line.startsWith("#")) {
                String word = wordOf(line, space);
                if (wanted.contains(word)) {
                    ways.computeIfAbsent(word, unknown -> new ArrayList<>()).add(phones(line.substring(space)));
                }
            }
        }
        return new Pronunciations(ways);
    }

    /** Reads all lines. */
    public static Pronunciations read(BufferedReader lines) throws IOException {
        List<String> all = lines.lines().toList();
        Set<String> words = new TreeSet<>();
        for (String line : all) {
            int space = line.indexOf(' ');
            if (space > 0) {
                words.add(wordOf(line, space));
            }
        }
        return read(new BufferedReader(new StringReader(String.join("\n", all))), words);
    }

    /** One word in one way. */
    public static Pronunciations of(String word, List<String> phones) {
        return new Pronunciations(Map.of(word, List.of(List.copyOf(phones))));
    }

    private static String wordOf(String line, int space) {
        int bracket = line.indexOf('(');
        return line.substring(0, bracket > 0 && bracket < space ? bracket : space);
    }

    /** The phones of a text with spaces between them. */
    public static List<String> phones(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** Both; the ways of {@code more} come first where a word is in both. */
    public Pronunciations and(Pronunciations more) {
        Map<String, List<List<String>>> both = new HashMap<>();
        more.ways.forEach((word, each) -> both.put(word, new ArrayList<>(each)));
        ways.forEach((word, each) -> {
            List<List<String>> all = both.computeIfAbsent(word, unknown -> new ArrayList<>());
            each.stream().filter(way -> !all.contains(way)).forEach(all::add);
        });
        return new Pronunciations(both);
    }

    /** Those of {@code wanted}, each as the word that {@code plain} makes of it is said. */
    public Pronunciations as(Set<String> wanted, UnaryOperator<String> plain) {
        Map<String, List<List<String>>> said = new HashMap<>();
        for (String word : wanted) {
            List<List<String>> each = of(plain.apply(word));
            if (!each.isEmpty()) {
                said.put(word, each);
            }
        }
        return new Pronunciations(said);
    }

    /** In how many ways the word is said; empty when it is not known. */
    public List<List<String>> of(String word) {
        return ways.getOrDefault(word, List.of());
    }

    /** All words. */
    public Set<String> words() {
        return ways.keySet();
    }
}
