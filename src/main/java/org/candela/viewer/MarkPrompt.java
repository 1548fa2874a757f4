package org.candela.viewer;

import org.candela.image.ImagePoint;

/**
 * Words or a number that a mark waits for.
 *
 * @param at where on the image it is asked for
 * @param text what stands in the field at first
 */
public record MarkPrompt(Asked asked, ImagePoint at, String text) {
    /** What is asked for. */
    public enum Asked {
        /** The words of a text or an arrow that is being drawn. */
        NEW_TEXT,
        /** Other words for the selected mark. */
        TEXT,
        /** The true length of the line that was drawn, mm. */
        TRUE_LENGTH
    }
}
