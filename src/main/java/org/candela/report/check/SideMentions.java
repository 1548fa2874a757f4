package org.candela.report.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which words of a text are said of which side: in {@code Small left pleural effusion} the words pleural and effusion are
 * said of the left.
 *
 * <p>A side reaches over the next words up to {@value #REACH}, or, at the end of a phrase ({@code effusion on the left}),
 * over as many before it. Phrases end at punctuation. Words are told by their first {@value #STEM} letters, so that renal
 * stones and a renal stone are one; sides that belong to names ({@code left ventricle}) are none.
 */
final class SideMentions {
    private static final int REACH = 3;
    private static final int STEM = 7;
    private static final Pattern PHRASE_END = Pattern.compile("[.,;:\\n()]+|\\band\\b|\\bbut\\b|\\bwith\\b");
    private static final Pattern WORD_END = Pattern.compile("[^a-z]+");
    private static final Set<String> EMPTY_WORDS = Set.of(
            ("the a an on in of at to is are was no with side sided small large mild moderate severe new old upper lower middle mid"
                            + " normal clear mm cm acute chronic anterior posterior medial lateral superior inferior distal proximal"
                            + " lobe stable unchanged there shows known suspicious from has been measures measuring level area"
                            + " trace tiny multiple single simple complex possible probable probably benign for than greater")
                    .split(" "));

    private SideMentions() {}

    /** Beginning of a lower-case word → the sides it is said of; words without a side are absent. */
    static Map<String, Set<Side>> in(List<Sentence> sentences) {
        Map<String, Set<Side>> mentions = new TreeMap<>();
        for (Sentence sentence : sentences) {
            String text = Side.withoutNames(sentence.label() + " " + sentence.text());
            for (String phrase : PHRASE_END.split(text)) {
                read(List.of(WORD_END.split(phrase.strip())), mentions);
            }
        }
        return mentions;
    }

    private static void read(List<String> words, Map<String, Set<Side>> mentions) {
        for (int at = 0; at < words.size(); at++) {
            Set<Side> sides = Side.in(words.get(at));
            if (!sides.isEmpty()) {
                reach(words, at).forEach(word -> mentions.computeIfAbsent(
                                word.substring(0, Math.min(STEM, word.length())), key -> EnumSet.noneOf(Side.class))
                        .addAll(sides));
            }
        }
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
                .takeWhile(word -> Side.in(word).isEmpty())
                .filter(word -> word.length() > 2 && !EMPTY_WORDS.contains(word))
                .toList();
    }
}
