package org.candela.dictation.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases that are said as they stand: what follows two words is among what follows them in a phrase, and nothing else. */
final class PhraseModel {
    /** Before the first word of a phrase. */
    static final int START = 1;

    private static final int END = 2;
    private static final int FIRST = 3;
    private static final int BITS = 20;

    private final Map<String, Integer> ids = new HashMap<>();
    private final LongCounts follows = new LongCounts();
    private final LongCounts histories = new LongCounts();

    PhraseModel(List<List<String>> phrases) {
        for (List<String> phrase : phrases) {
            List<Integer> said = new ArrayList<>(List.of(0, START));
            phrase.forEach(word -> said.add(ids.computeIfAbsent(word, unknown -> FIRST + ids.size())));
            said.add(END);
            for (int at = 2; at < said.size(); at++) {
                count(said.get(at - 2), said.get(at - 1), said.get(at));
            }
        }
    }

    private void count(int a, int b, int word) {
        follows.add(key(a, b, word), 1);
        histories.add(key(a, b, 0) >>> BITS, 1);
        follows.add(key(0, 0, word), 1);
        histories.add(0, 1);
    }

    Set<String> words() {
        return ids.keySet();
    }

    int id(String word) {
        return ids.getOrDefault(word, 0);
    }

    /** How often {@code word} follows {@code a b}; with 0 0, how often it comes at all. */
    double probability(int a, int b, int word) {
        int total = histories.get(key(b == START ? 0 : a, b, 0) >>> BITS);
        return total == 0 ? 0 : (double) follows.get(key(b == START ? 0 : a, b, word)) / total;
    }

    /** How often the phrase ends after {@code a b}. */
    double end(int a, int b) {
        return probability(a, b, END);
    }

    private static long key(int a, int b, int word) {
        return ((long) a << (2 * BITS)) | ((long) b << BITS) | word;
    }
}
