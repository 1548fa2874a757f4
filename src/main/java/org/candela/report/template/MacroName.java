package org.candela.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Advice on names that a speech engine tells apart: two syllables or more, lower case, no symbols, the side last. */
public final class MacroName {
    private static final Set<String> SIDES = Set.of("left", "right");

    private MacroName() {}

    /** What to do better, one line each; empty for a good name. */
    public static List<String> advice(String name) {
        List<String> advice = new ArrayList<>();
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            advice.add("write it in lower case, as it is said");
        }
        if (name.matches(".*[^\\p{L}\\p{N} ].*")) {
            advice.add("leave out symbols; they cannot be said");
        }
        if (name.matches(".*\\d.*")) {
            advice.add("write figures as words");
        }
        if (syllables(name) < 2) {
            advice.add("use at least two syllables; short names are misheard");
        }
        String[] words = name.toLowerCase(Locale.ROOT).split(" ");
        if (words.length > 1 && SIDES.contains(words[0])) {
            advice.add("put the side last: \"" + name.substring(words[0].length() + 1) + " " + words[0] + "\"");
        }
        return advice;
    }

    /** Runs of vowels; near enough for advice. */
    private static int syllables(String name) {
        int count = 0;
        boolean isVowel = false;
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean isNow = "aeiouy".indexOf(c) >= 0;
            count += isNow && !isVowel ? 1 : 0;
            isVowel = isNow;
        }
        return count;
    }
}
