package org.candela.dictation.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;

/**
 * What may be learned from text that a reader corrected: words that stand there now, that no list has, and what was heard in
 * their place, which is how they sound to the engine. They are proposals; the reader adds them.
 */
// [impl->req~dictation.learned~1]
public final class Correction {
    private static final int LONGEST = 400;
    private static final int SHORTEST_WORD = 3;
    private static final int MOST_OF_REPORT = 4_000;

    private Correction() {}

    /**
     * Proposals, in the order of the text.
     *
     * @param heard the words as they were heard
     * @param corrected the text that the reader left in their place
     * @param isKnown whether the engine knows a word, in small letters
     */
    public static List<AddedWord> proposals(List<String> heard, String corrected, Predicate<String> isKnown) {
        List<String> written = words(corrected);
        if (heard.size() > LONGEST || written.size() > LONGEST) {
            return List.of();
        }
        List<AddedWord> proposals = new ArrayList<>();
        int[][] common = common(heard, written);
        int at = 0;
        int to = 0;
        while (to < written.size()) {
            int endOfHeard = at;
            int endOfWritten = to;
            while (endOfHeard < heard.size()
                    && endOfWritten < written.size()
                    && !same(heard, endOfHeard, written, endOfWritten)) {
                if (common[endOfHeard + 1][endOfWritten] >= common[endOfHeard][endOfWritten + 1]) {
                    endOfHeard++;
                } else {
                    endOfWritten++;
                }
            }
            boolean isEnd = endOfHeard >= heard.size() || endOfWritten >= written.size();
            endOfHeard = isEnd ? heard.size() : endOfHeard;
            endOfWritten = isEnd ? written.size() : endOfWritten;
            propose(heard.subList(at, endOfHeard), written.subList(to, endOfWritten), isKnown, proposals);
            at = endOfHeard + 1;
            to = endOfWritten + 1;
        }
        return List.copyOf(proposals);
    }

    /**
     * Where in a signed report the words of an utterance went: the words with the fewest changes, where what stands before and
     * after costs nothing. Empty where more than half of them were changed: then it went nowhere.
     *
     * @param heard as they were written
     */
    public static String placeOf(List<String> heard, String report) {
        List<String> all = words(report);
        if (heard.isEmpty() || heard.size() > LONGEST || all.size() > MOST_OF_REPORT) {
            return "";
        }
        int[][] edits = new int[heard.size() + 1][all.size() + 1];
        int[][] begin = new int[heard.size() + 1][all.size() + 1];
        for (int to = 0; to <= all.size(); to++) {
            begin[0][to] = to;
        }
        for (int at = 1; at <= heard.size(); at++) {
            edits[at][0] = at;
            for (int to = 1; to <= all.size(); to++) {
                step(edits, begin, at, to, same(heard, at - 1, all, to - 1) ? 0 : 1);
            }
        }
        int end = 0;
        for (int to = 1; to <= all.size(); to++) {
            // the last of several: a changed last word was changed, not left out
            end = edits[heard.size()][to] <= edits[heard.size()][end] ? to : end;
        }
        return 2 * edits[heard.size()][end] > heard.size()
                ? ""
                : String.join(" ", all.subList(begin[heard.size()][end], end));
    }

    private static void step(int[][] edits, int[][] begin, int at, int to, int change) {
        edits[at][to] = edits[at - 1][to - 1] + change;
        begin[at][to] = begin[at - 1][to - 1];
        if (edits[at - 1][to] + 1 < edits[at][to]) {
            edits[at][to] = edits[at - 1][to] + 1;
            begin[at][to] = begin[at - 1][to];
        }
        if (edits[at][to - 1] + 1 < edits[at][to]) {
            edits[at][to] = edits[at][to - 1] + 1;
            begin[at][to] = begin[at][to - 1];
        }
    }

    private static void propose(
            List<String> heard, List<String> written, Predicate<String> isKnown, List<AddedWord> proposals) {
        for (String word : written) {
            String plain = word.toLowerCase(Locale.ROOT);
            boolean isThere =
                    proposals.stream().anyMatch(proposal -> proposal.text().equals(word));
            if (plain.length() >= SHORTEST_WORD && isWord(plain) && !isKnown.test(plain) && !isThere) {
                // what was heard sounds like the word only where it stands for this word alone
                String like = written.size() == 1 && heard.stream().allMatch(Correction::isWord)
                        ? String.join(" ", heard).toLowerCase(Locale.ROOT)
                        : "";
                proposals.add(new AddedWord(word, like, Kind.TERM));
            }
        }
    }

    private static boolean isWord(String text) {
        return text.chars().allMatch(Character::isLetter);
    }

    /** How many words the two have in common from each pair of places on. */
    private static int[][] common(List<String> heard, List<String> written) {
        int[][] common = new int[heard.size() + 1][written.size() + 1];
        for (int at = heard.size() - 1; at >= 0; at--) {
            for (int to = written.size() - 1; to >= 0; to--) {
                common[at][to] = same(heard, at, written, to)
                        ? common[at + 1][to + 1] + 1
                        : Math.max(common[at + 1][to], common[at][to + 1]);
            }
        }
        return common;
    }

    private static boolean same(List<String> heard, int at, List<String> written, int to) {
        return heard.get(at).equalsIgnoreCase(written.get(to));
    }

    /** The words of a text, without what stands between them. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String part : text.split("[\\s.,;:()\\[\\]]+")) {
            if (!part.isBlank()) {
                words.add(part);
            }
        }
        return words;
    }
}
