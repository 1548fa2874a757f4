package org.candela.report.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the rules that read prose share. */
final class Prose {
    private static final Pattern WORD = Pattern.compile("[a-z]{4,}");
    private static final int STEM = 5;
    private static final int QUOTED = 60;

    private Prose() {}

    /** The beginnings of the longer words of a text: enough to tell that two sentences speak of the same thing. */
    static Set<String> stems(String text) {
        return WORD.matcher(text)
                .results()
                .map(word ->
                        word.group().substring(0, Math.min(STEM, word.group().length())))
                .collect(Collectors.toSet());
    }

    static boolean shareAWord(String one, String other) {
        return stems(one).stream().anyMatch(stems(other)::contains);
    }

    /** A sentence as a message quotes it: whole, or its beginning. */
    static String quoted(String text) {
        String line = text.strip().replace('\n', ' ');
        return "\""
                + (line.length() <= QUOTED ? line : line.substring(0, QUOTED).strip() + "…") + "\"";
    }

    /** The text of sentences, one a line. */
    static String text(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).collect(Collectors.joining("\n"));
    }
}
