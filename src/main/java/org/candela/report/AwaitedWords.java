package org.candela.report;

import java.util.UUID;

/**
 * Where the words of an utterance belong that was begun and not yet understood.
 *
 * @param from in the text of the field
 * @param to behind what the words replace, not before {@code from}; the same when they replace nothing
 */
public record AwaitedWords(UUID utterance, String fieldId, int from, int to) {
    public AwaitedWords {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a place ends after it begins: " + from + " to " + to);
        }
    }

    /** Where it is after an edit of its field: words written there come before it, so that typing goes on as it is seen. */
    AwaitedWords after(TextEdit edit) {
        int begin = edit.shifted(from);
        return new AwaitedWords(utterance, fieldId, begin, Math.max(begin, from == to ? begin : edit.shifted(to)));
    }

    /** The same for words that were said after these: they come behind. */
    AwaitedWords beforeLater(TextEdit edit) {
        int begin = edit.shiftedBefore(from);
        return new AwaitedWords(utterance, fieldId, begin, Math.max(begin, from == to ? begin : edit.shifted(to)));
    }
}
