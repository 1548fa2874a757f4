package org.candela.worklist;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for words in rows, in any case: each must occur in the patient's name or id, the accession number, the facility,
 * a modality, the description, the priority or the state.
 */
public final class RowSearch {
    private static final int LETTERS = 26;
    private static final int DIGITS = 10;

    private final List<Word> words;

    /** @param text words between spaces; blank finds all */
    public RowSearch(String text) {
        words = Arrays.stream(text.strip().split("\\s+"))
                .map(RowSearch::bare)
                .filter(word -> !word.isEmpty())
                .map(word -> new Word(bytes(word)))
                .toList();
    }

    /** Names are shown with a comma and kept with a caret. */
    private static String bare(String word) {
        return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether every word occurs somewhere in the row. */
    public boolean matches(ReadingItem item) {
        byte[] text = text(item);
        return matches(text, 0, text.length, signs(text, 0, text.length));
    }

    /** The same of a row's {@link #text}, which stands in {@code texts}, and the {@link #signs} in it. */
    boolean matches(byte[] texts, int from, int to, long signs) {
        for (Word word : words) {
            if (!word.occursIn(texts, from, to, signs)) {
                return false;
            }
        }
        return true;
    }

    /** All that is looked through of a row: UTF-8, in lower case, a line each. */
    static byte[] text(ReadingItem item) {
        var identity = item.study().identity();
        return bytes(Stream.concat(
                        Stream.of(
                                identity.patient().name(),
                                identity.description(),
                                identity.accessionNumber(),
                                identity.patient().id(),
                                item.study().facility().value(),
                                item.urgency().priority().name(),
                                item.state().name().replace('_', ' ')),
                        item.study().modalities().stream())
                .collect(Collectors.joining("\n")));
    }

    private static byte[] bytes(String text) {
        return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    /** One bit for each letter and digit that occurs; other bytes share what bits are left. */
    static long signs(byte[] texts, int from, int to) {
        long signs = 0;
        for (int i = from; i < to; i++) {
            signs |= 1L << bit(texts[i]);
        }
        return signs;
    }

    private static int bit(byte sign) {
        if (sign >= 'a' && sign <= 'z') {
            return sign - 'a';
        }
        if (sign >= '0' && sign <= '9') {
            return LETTERS + sign - '0';
        }
        int shared = LETTERS + DIGITS;
        return shared + (sign & 0xFF) % (Long.SIZE - shared);
    }

    /** One word, in lower case. */
    private static final class Word {
        private final byte[] word;
        private final long signs;
        /** A letter or a digit has a bit of its own, which says all. */
        private final boolean isOneSign;

        Word(byte[] word) {
            this.word = word;
            this.signs = signs(word, 0, word.length);
            this.isOneSign = word.length == 1 && bit(word[0]) < LETTERS + DIGITS;
        }

        boolean occursIn(byte[] texts, int from, int to, long those) {
            if ((those & signs) != signs) {
                return false;
            }
            return isOneSign || stands(texts, from, to - word.length);
        }

        private boolean stands(byte[] texts, int from, int last) {
            byte first = word[0];
            for (int i = from; i <= last; i++) {
                if (texts[i] == first && Arrays.equals(texts, i, i + word.length, word, 0, word.length)) {
                    return true;
                }
            }
            return false;
        }
    }
}
