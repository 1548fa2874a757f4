package org.candela.dictation.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds where in the signed text an utterance went, and what was changed of it: the alignment with the fewest edits (Levenshtein
 * over words), where what stands before and after in the report costs nothing. Pure.
 */
// [impl->req~dictation.trend~1]
final class Comparing {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.\\-]+|[.\\-]+(?=\\s|$)");
    private static final Set<String> SIDES = Set.of("left", "right");
    private static final Set<String> NEGATIONS = Set.of("no", "not", "without", "none", "never");
    /** Beyond it a report is not compared: the figures are not worth the memory. */
    private static final long MOST_CELLS = 4_000_000;

    private final List<String> said;
    private final List<String> signed;
    private final Set<String> terms;
    private final int[][] edits;
    private Accuracy count;

    private Comparing(List<String> said, List<String> signed, Set<String> terms) {
        this.said = said;
        this.signed = signed;
        this.terms = terms;
        this.edits = new int[said.size() + 1][signed.size() + 1];
        this.count = new Accuracy(said.size(), 0, 0, 0, 0, 0);
    }

    /** @param terms lower case, one word each */
    static Accuracy compare(String said, List<String> signed, Set<String> terms) {
        List<String> words = words(said);
        if (words.isEmpty() || (long) words.size() * signed.size() > MOST_CELLS) {
            return Accuracy.NOTHING;
        }
        Comparing comparing = new Comparing(words, signed, terms);
        comparing.fill();
        comparing.walkBack();
        return comparing.count;
    }

    /** Lower case, without punctuation; numbers keep their point. */
    static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private void fill() {
        for (int i = 1; i <= said.size(); i++) {
            edits[i][0] = i;
            for (int j = 1; j <= signed.size(); j++) {
                int same = said.get(i - 1).equals(signed.get(j - 1)) ? 0 : 1;
                edits[i][j] = Math.min(edits[i - 1][j - 1] + same, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
            }
        }
    }

    private void walkBack() {
        int i = said.size();
        int j = 0;
        for (int end = 1; end <= signed.size(); end++) {
            j = edits[i][end] <= edits[i][j] ? end : j; // the last: a changed last word was changed, not left out
        }
        add(edits[i][j], 0, 0, 0, 0);
        while (i > 0) {
            if (j > 0 && edits[i][j] == edits[i - 1][j - 1] + (said.get(i - 1).equals(signed.get(j - 1)) ? 0 : 1)) {
                i--;
                j--;
                pair(said.get(i), signed.get(j));
            } else if (edits[i][j] == edits[i - 1][j] + 1) {
                i--;
                negation(said.get(i), "");
            } else {
                j--;
                negation("", signed.get(j));
                term(signed.get(j), false);
            }
        }
    }

    private void pair(String one, String other) {
        boolean isSame = one.equals(other);
        term(other, isSame);
        if (!isSame) {
            add(0, 0, 0, SIDES.contains(one) && SIDES.contains(other) ? 1 : 0, 0);
            negation(one, other);
        }
    }

    private void term(String word, boolean isHeard) {
        if (terms.contains(word)) {
            add(0, 1, isHeard ? 1 : 0, 0, 0);
        }
    }

    private void negation(String one, String other) {
        if (NEGATIONS.contains(one) != NEGATIONS.contains(other)) {
            add(0, 0, 0, 0, 1);
        }
    }

    private void add(int more, int termsMore, int heardMore, int sides, int negations) {
        count = count.plus(new Accuracy(0, more, termsMore, heardMore, sides, negations));
    }
}
