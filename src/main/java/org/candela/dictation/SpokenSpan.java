package org.candela.dictation;

import java.time.Duration;
import java.util.UUID;

/**
 * A piece of an utterance to be heard again: one word or some.
 *
 * @param start from the beginning of the utterance
 * @param end not before {@code start}
 */
public record SpokenSpan(UUID utterance, Duration start, Duration end) {
    public SpokenSpan {
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a span ends after it begins: " + start + " to " + end);
        }
    }

    /** From the beginning of the first to the end of the last of two words, in any order. */
    public static SpokenSpan of(UUID utterance, SpokenWord one, SpokenWord other) {
        Duration start = one.start().compareTo(other.start()) <= 0 ? one.start() : other.start();
        Duration end = one.end().compareTo(other.end()) >= 0 ? one.end() : other.end();
        return new SpokenSpan(utterance, start, end);
    }
}
