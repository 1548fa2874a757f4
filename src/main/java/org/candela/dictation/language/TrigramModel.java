package org.candela.dictation.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How probable a word is after the two before it: Witten-Bell interpolation of trigrams, bigrams and words. Immutable once
 * built; any thread.
 *
 * <pre>
 * p(w | a b) = (c(a b w) + k t(a b) p(w | b)) / (c(a b) + k t(a b))
 * </pre>
 *
 * where t is how many different words followed, and c is the count raised to {@value #DAMPING}: the sentences come out of
 * a grammar, which says each of its phrases far more often than a report does.
 */
public final class TrigramModel {
    /** Before the first word. */
    public static final String START = "<s>";
    /** After the last word. */
    public static final String END = "</s>";

    static final double DAMPING = 0.6;
    private static final double WEIGHT = 1.0;
    private static final int BITS = 20;
    private static final int NONE = 0;
    private static final long EXACT = 1000;

    private final Map<String, Integer> ids;
    private final List<String> words;
    private final LongCounts grams;
    private final LongCounts totals;
    private final LongCounts kinds;

    private TrigramModel(Builder builder) {
        this.ids = Collections.unmodifiableMap(builder.ids);
        this.words = Collections.unmodifiableList(builder.words);
        this.grams = new LongCounts();
        this.totals = new LongCounts();
        this.kinds = new LongCounts();
        damp(builder.counts);
    }

    /** Counts sentences. */
    public static final class Builder {
        private final Map<String, Integer> ids = new LinkedHashMap<>();
        private final List<String> words = new ArrayList<>(List.of(""));
        private final LongCounts counts = new LongCounts();

        public Builder() {
            id(START);
            id(END);
        }

        /** Counts the words of one sentence, with its begin and end. */
        public Builder sentence(List<String> sentence) {
            int before = NONE;
            int last = id(START);
            for (String word : sentence) {
                int next = id(word);
                count(before, last, next);
                before = last;
                last = next;
            }
            count(before, last, id(END));
            return this;
        }

        /** Adds a word that no sentence has to have; it is as probable as one that came {@code times} times. */
        public Builder word(String word, int times) {
            counts.add(key(NONE, NONE, id(word)), times);
            return this;
        }

        public TrigramModel build() {
            return new TrigramModel(this);
        }

        private void count(int a, int b, int word) {
            if (a != NONE) {
                counts.add(key(a, b, word), 1);
            }
            counts.add(key(NONE, b, word), 1);
            counts.add(key(NONE, NONE, word), 1);
        }

        private int id(String word) {
            return ids.computeIfAbsent(word, unknown -> {
                words.add(unknown);
                return words.size() - 1;
            });
        }
    }

    private void damp(LongCounts counts) {
        counts.forEachKey(key -> {
            int damped = (int) Math.max(1, Math.round(EXACT * Math.pow(counts.get(key), DAMPING)));
            grams.add(key, damped);
            long history = key >>> BITS;
            totals.add(history, damped);
            kinds.add(history, 1);
        });
    }

    /** The words, without begin and end, in no order. */
    public Set<String> vocabulary() {
        Map<String, Integer> plain = new HashMap<>(ids);
        plain.remove(START);
        plain.remove(END);
        return Collections.unmodifiableSet(plain.keySet());
    }

    /** The number of a word for {@link #probability(int, int, int)}; 0 for one that is not known. */
    public int id(String word) {
        return ids.getOrDefault(word, NONE);
    }

    /** How probable {@code word} is after {@code a b}; 0 for an unknown word. */
    public double probability(String a, String b, String word) {
        return probability(id(a), id(b), id(word));
    }

    /** The same by numbers; 0 stands for a word before that is not known or not there. */
    public double probability(int a, int b, int word) {
        if (word == NONE) {
            return 0;
        }
        double probability = share(NONE, NONE, word, 1.0 / words.size());
        if (b != NONE) {
            probability = share(NONE, b, word, probability);
            if (a != NONE) {
                probability = share(a, b, word, probability);
            }
        }
        return probability;
    }

    /** Whether a sentence that was counted has these three words in a row. */
    public boolean knows(String a, String b, String word) {
        return grams.get(key(id(a), id(b), id(word))) > 0;
    }

    /** How many different words, pairs and triples were counted. */
    public int size() {
        return grams.size();
    }

    private double share(int a, int b, int word, double shorter) {
        long history = key(a, b, NONE) >>> BITS;
        double different = WEIGHT * EXACT * kinds.get(history);
        double total = totals.get(history);
        return total == 0 ? shorter : (grams.get(key(a, b, word)) + different * shorter) / (total + different);
    }

    private static long key(int a, int b, int word) {
        return ((long) a << (2 * BITS)) | ((long) b << BITS) | word;
    }
}
