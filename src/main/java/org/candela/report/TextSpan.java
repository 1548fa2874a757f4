package org.candela.report;

/**
 * A stretch of the text of one field.
 *
 * @param from first character, counted from 0
 * @param to after the last character; {@code from} for a place without extent
 */
public record TextSpan(int from, int to) {
    /** No place in particular. */
    public static final TextSpan NONE = new TextSpan(0, 0);

    public TextSpan {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a span goes forward: " + from + " to " + to);
        }
    }

    /** Whether it points at nothing. */
    public boolean isEmpty() {
        return from == to;
    }

    /** What it covers of {@code text}, as far as that still reaches. */
    public String of(String text) {
        return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
    }

    /** Whether a caret at {@code position} stands in or at it. */
    public boolean touches(int position) {
        return !isEmpty() && from <= position && position <= to;
    }

    /** Where the same characters are after an edit; those between the first and the last of them belong to them. */
    public TextSpan after(TextEdit edit) {
        if (isEmpty() || (edit.from() <= from && edit.to() >= to && edit.to() > edit.from())) {
            return NONE;
        }
        int begin = edit.from() <= from ? Math.max(edit.shifted(from), edit.end()) : from;
        int end = edit.from() >= to ? to : edit.to() >= to ? edit.from() : edit.shifted(to);
        return begin >= end ? NONE : new TextSpan(begin, end);
    }
}
