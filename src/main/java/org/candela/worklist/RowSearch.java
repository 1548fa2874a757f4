package org.candela.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Looks for words in rows, in any case: each must occur in the patient's name or id, the accession number, the facility,
 * a modality, the description, the priority or the state. Nothing is made for a row, since half a million are asked at
 * each keystroke.
 */
public final class RowSearch {
    private final List<Word> words;

    /** @param text words between spaces; blank finds all */
    public RowSearch(String text) {
        words = Arrays.stream(text.strip().split("\\s+"))
                .map(RowSearch::bare)
                .filter(word -> !word.isEmpty())
                .map(Word::new)
                .toList();
    }

    /** Names are shown with a comma and kept with a caret. */
    private static String bare(String word) {
        return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether every word occurs somewhere in the row. */
    public boolean matches(ReadingItem item) {
        for (Word word : words) {
            if (!word.occursIn(item)) {
                return false;
            }
        }
        return true;
    }

    /** One word, with its first letter in both cases. */
    private static final class Word {
        private final String text;
        private final char lower;
        private final char upper;

        Word(String text) {
            this.text = text;
            String first = text.substring(0, 1);
            this.lower = first.toLowerCase(Locale.ROOT).charAt(0);
            this.upper = first.toUpperCase(Locale.ROOT).charAt(0);
        }

        boolean occursIn(ReadingItem item) {
            var identity = item.study().identity();
            return isIn(identity.patient().name())
                    || isIn(identity.description())
                    || isIn(identity.accessionNumber())
                    || isIn(identity.patient().id())
                    || isIn(item.study().facility().value())
                    || isIn(item.urgency().priority().name())
                    || isInState(item.state().name())
                    || isInOne(item.study().modalities());
        }

        private boolean isInState(String state) {
            return isIn(state.indexOf('_') < 0 ? state : state.replace('_', ' '));
        }

        private boolean isInOne(Iterable<String> texts) {
            for (String one : texts) {
                if (isIn(one)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isIn(String where) {
            int last = where.length() - text.length();
            for (int i = 0; i <= last; i++) {
                char first = where.charAt(i);
                if ((first == lower || first == upper) && where.regionMatches(true, i, text, 0, text.length())) {
                    return true;
                }
            }
            return false;
        }
    }
}
