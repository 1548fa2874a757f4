package org.candela.dictation.engine;

import java.util.List;

/**
 * Words that were heard beside those that were said: the fewest insertions, deletions and substitutions from the one to the
 * other, as the word error rate counts them.
 */
public record WordErrors(int errors, int words) {
    public static final WordErrors NONE = new WordErrors(0, 0);

    public static WordErrors between(String said, String heard) {
        List<String> one = List.of(said.strip().split("\\s+"));
        List<String> other = heard.isBlank() ? List.of() : List.of(heard.strip().split("\\s+"));
        int[] row = new int[other.size() + 1];
        for (int at = 0; at <= other.size(); at++) {
            row[at] = at;
        }
        for (int at = 1; at <= one.size(); at++) {
            int diagonal = row[0];
            row[0] = at;
            for (int to = 1; to <= other.size(); to++) {
                int same = diagonal + (one.get(at - 1).equals(other.get(to - 1)) ? 0 : 1);
                diagonal = row[to];
                row[to] = Math.min(same, Math.min(row[to], row[to - 1]) + 1);
            }
        }
        return new WordErrors(row[other.size()], one.size());
    }

    public WordErrors and(WordErrors more) {
        return new WordErrors(errors + more.errors, words + more.words);
    }

    public double rate() {
        return words == 0 ? 0 : (double) errors / words;
    }
}
