package org.candela.report.wording;

/**
 * A part of a written text and the spoken words it came from: what is marked as uncertain, and what is played again.
 *
 * @param start first character of the piece in {@link WrittenText#text()}
 * @param end behind its last character
 * @param firstWord index of the first spoken word it came from
 * @param endWord behind the index of the last
 * @param confidence the lowest of those words, 0 to 1
 */
public record WrittenPiece(int start, int end, int firstWord, int endWord, double confidence) {
    public WrittenPiece {
        if (start < 0 || end <= start || firstWord < 0 || endWord <= firstWord) {
            throw new IllegalArgumentException(
                    "piece " + start + " to " + end + " of words " + firstWord + " to " + endWord);
        }
    }
}
