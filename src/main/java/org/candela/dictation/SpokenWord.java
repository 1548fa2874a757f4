package org.candela.dictation;

import java.time.Duration;

/**
 * One word as it was understood.
 *
 * @param text the word as it is to be written, not blank
 * @param confidence the engine's own estimate, 0 (guess) to 1 (certain); not comparable between engines
 * @param start from the beginning of the utterance
 * @param end from the beginning of the utterance, not before {@code start}
 */
public record SpokenWord(String text, double confidence, Duration start, Duration end) {
    public SpokenWord {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a spoken word has at least one character");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1: " + confidence);
        }
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a word ends after it begins: " + start + " to " + end);
        }
    }
}
