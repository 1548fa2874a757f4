package org.candela.report;

import java.time.Duration;
import java.util.UUID;

/**
 * A piece of a report that was spoken, as it stands in the text: where, how sure the engine was, where it can be heard.
 *
 * @param span in the text of the field; moves with edits and is dropped once its characters are changed
 * @param word as written
 * @param confidence the engine's own, 0 to 1, the lowest of the spoken words it came from; not comparable between engines
 * @param isSeen whether the reader has looked at it: the caret or a replay visited it, or it was accepted by key
 */
// [impl->req~report.spoken-words~1]
public record DictatedWord(
        String fieldId, TextSpan span, String word, double confidence, boolean isSeen, Source source) {
    /** Below it a word waits for the reader's look; chosen by measurement for the built-in engine (docs/speech.md). */
    public static final double SURE = 0.75;

    /** Whether the reader still has to look at it. */
    public boolean isDoubtful() {
        return confidence < SURE && !isSeen;
    }

    /** The same once it was looked at. */
    public DictatedWord seen() {
        return new DictatedWord(fieldId, span, word, confidence, true, source);
    }

    DictatedWord at(TextSpan moved) {
        return in(fieldId, moved);
    }

    DictatedWord in(String otherField, TextSpan moved) {
        return new DictatedWord(otherField, moved, word, confidence, isSeen, source);
    }

    /**
     * Where it can be heard.
     *
     * @param utterance which recording
     * @param from within it
     * @param to not before {@code from}
     */
    public record Source(UUID utterance, Duration from, Duration to) {}
}
