package org.candela.viewer.ui;

import org.candela.viewer.mark.Mark;

/**
 * A mark as a line of the list.
 *
 * @param kind what it is: {@code "Ellipse"}
 * @param value what it measures, in one line; may be empty
 * @param place series and image, and that it is of a prior where it is
 */
public record MarkRow(Mark mark, String kind, String value, String place) {
    /** The reader's words; may be empty. */
    public String text() {
        return mark.text();
    }

    /** All of it in one line, for what reads the list aloud. */
    String spoken() {
        return String.join(", ", kind, value, text(), place).replaceAll("(, )+", ", ");
    }
}
