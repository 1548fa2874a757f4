package org.candela.report.wording;

import java.util.List;

/**
 * Text made from spoken words, ready to be put at the caret.
 *
 * @param text what to insert, with the space before it where one is needed; may be empty
 * @param spacesToDrop how many spaces directly before the caret go first, since punctuation follows; usually 0
 * @param pieces which part of {@code text} came from which words, in order and without overlap; spaces that only
 *     separate belong to no piece
 */
public record WrittenText(String text, int spacesToDrop, List<WrittenPiece> pieces) {
    public WrittenText {
        pieces = List.copyOf(pieces);
        if (spacesToDrop < 0) {
            throw new IllegalArgumentException("spaces to drop: " + spacesToDrop);
        }
        if (pieces.stream().anyMatch(piece -> piece.end() > text.length())) {
            throw new IllegalArgumentException("a piece ends behind the text");
        }
    }

    /** The text as it stands in {@code piece}. */
    public String of(WrittenPiece piece) {
        return text.substring(piece.start(), piece.end());
    }
}
