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
}
