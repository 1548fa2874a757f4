package org.candela.report.ui;

import org.candela.report.TextEdit;

/**
 * Where the reader writes: a field with the caret in it, or with some of its text selected. Positions count the characters
 * of what is written, never of words that are only being understood.
 *
 * @param anchor where the selection was begun; the same as {@code caret} when nothing is selected
 */
public record WritingPlace(String fieldId, int anchor, int caret) {
    /** Before any field was chosen. */
    public static final WritingPlace NONE = new WritingPlace("", 0, 0);

    /** A caret without a selection. */
    public static WritingPlace at(String fieldId, int caret) {
        return new WritingPlace(fieldId, caret, caret);
    }

    /** The first character selected, or where the caret stands. */
    public int from() {
        return Math.min(anchor, caret);
    }

    /** Behind the last character selected, or where the caret stands. */
    public int to() {
        return Math.max(anchor, caret);
    }

    /** Whether it is in this field. */
    public boolean isIn(String other) {
        return fieldId.equals(other);
    }

    /** Between the same characters after an edit of {@code edited}; it stays before what is written at the caret. */
    WritingPlace after(String edited, TextEdit edit) {
        return isIn(edited) ? new WritingPlace(fieldId, edit.shiftedBefore(anchor), edit.shiftedBefore(caret)) : this;
    }

    /** The same within a text of this length. */
    WritingPlace within(int length) {
        return new WritingPlace(fieldId, Math.min(anchor, length), Math.min(caret, length));
    }
}
