package org.candela.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.candela.dictation.SpokenWord;

/** The words of an utterance as rules look at them, with the last words of the text before it at negative places. */
final class Words {
    /** What stands where there is no word. */
    static final String NONE = "";

    private static final int LOOK_BACK = 6;

    private final List<String> before;
    private final List<SpokenWord> spoken;
    private final List<String> plain;

    Words(List<SpokenWord> spoken, String textBefore) {
        this.spoken = List.copyOf(spoken);
        this.plain = spoken.stream().map(word -> plain(word.text())).toList();
        this.before = lastWords(textBefore);
    }

    int size() {
        return plain.size();
    }

    /** The word at {@code at} in lower case; {@link #NONE} where there is none, or where a sentence ended in between. */
    String at(int at) {
        if (at >= plain.size()) {
            return NONE;
        }
        if (at >= 0) {
            return plain.get(at);
        }
        return before.size() + at < 0 ? NONE : before.get(before.size() + at);
    }

    boolean is(int at, String word) {
        return at(at).equals(word);
    }

    boolean isOneOf(int at, Set<String> words) {
        return words.contains(at(at));
    }

    boolean isEnd(int at) {
        return at >= plain.size();
    }

    /** Whether {@code phrase} of single words is said from {@code at} on. */
    boolean says(int at, String... phrase) {
        for (int i = 0; i < phrase.length; i++) {
            if (!is(at + i, phrase[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@code count} words from {@code at} on, lower case, single spaces; fewer at the end. */
    String phrase(int at, int count) {
        return String.join(" ", plain.subList(at, Math.min(at + count, plain.size())));
    }

    /** The word as the engine wrote it. */
    String written(int at) {
        return spoken.get(at).text();
    }

    double confidence(int from, int to) {
        return spoken.subList(from, to).stream()
                .mapToDouble(SpokenWord::confidence)
                .min()
                .orElse(0);
    }

    private static List<String> lastWords(String text) {
        String line = text.substring(Math.max(text.lastIndexOf('\n') + 1, 0)).strip();
        if (line.isEmpty()) {
            return List.of();
        }
        List<String> words =
                List.of(line.substring(Math.max(0, line.length() - 200)).split("\\s+"));
        List<String> last = new ArrayList<>();
        for (String word : words.subList(Math.max(0, words.size() - LOOK_BACK), words.size())) {
            boolean isEnded = !word.isEmpty() && ".,;:?!".indexOf(word.charAt(word.length() - 1)) >= 0;
            last.add(plain(isEnded ? word.substring(0, word.length() - 1) : word));
            if (isEnded) {
                last.add(NONE);
            }
        }
        return List.copyOf(last);
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
