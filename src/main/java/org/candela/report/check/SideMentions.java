package org.candela.report.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which words of a text are said of which side: in {@code Small left pleural effusion} the words pleural and effusion are
 * said of the left.
 *
 * <p>A side reaches over the next words up to {@value #REACH}, or, at the end of a phrase ({@code effusion on the left}),
 * over as many before it. Phrases end at punctuation.
 */
final class SideMentions {
    private static final int REACH = 3;
    private static final Pattern PHRASE_END = Pattern.compile("[.,;:\\n()]+|\\band\\b|\\bbut\\b");
    private static final Pattern WORD_END = Pattern.compile("[^a-z]+");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the",
            "a",
            "an",
            "on",
            "in",
            "of",
            "at",
            "to",
            "is",
            "no",
            "with",
            "side",
            "sided",
            "side's",
            "small",
            "large",
            "mild",
            "moderate",
            "severe",
            "new",
            "old",
            "upper",
            "lower",
            "middle",
            "mid",
            "normal",
            "clear",
            "mm",
            "cm");

    private SideMentions() {}

    /** Lower-case word → the sides it is said of; words without a side are absent. */
    static Map<String, Set<Side>> in(String text) {
        Map<String, Set<Side>> mentions = new TreeMap<>();
        for (String phrase : PHRASE_END.split(text.toLowerCase(Locale.ROOT))) {
            List<String> words = List.of(WORD_END.split(phrase.strip()));
            for (int at = 0; at < words.size(); at++) {
                Set<Side> sides = Side.of(words.get(at));
                if (!sides.isEmpty()) {
                    reach(words, at).forEach(word -> mentions.computeIfAbsent(word, key -> EnumSet.noneOf(Side.class))
                            .addAll(sides));
                }
            }
        }
        return mentions;
    }

    private static List<String> reach(List<String> words, int at) {
        List<String> after = telling(words.subList(at + 1, words.size()));
        if (!after.isEmpty()) {
            return after.subList(0, Math.min(REACH, after.size()));
        }
        List<String> before = telling(words.subList(0, at));
        return before.subList(Math.max(0, before.size() - REACH), before.size());
    }

    /** Words that name something, up to the next side. */
    private static List<String> telling(List<String> words) {
        return words.stream()
                .takeWhile(word -> Side.of(word).isEmpty())
                .filter(word -> word.length() > 2 && !EMPTY_WORDS.contains(word))
                .toList();
    }

    /** A side of the body. */
    enum Side {
        LEFT,
        RIGHT;

        /** The sides a word names; empty for any other word. */
        static Set<Side> of(String word) {
            return switch (word) {
                case "left", "leftsided" -> EnumSet.of(LEFT);
                case "right", "rightsided" -> EnumSet.of(RIGHT);
                case "bilateral", "bilaterally", "both" -> EnumSet.allOf(Side.class);
                default -> EnumSet.noneOf(Side.class);
            };
        }
    }
}
