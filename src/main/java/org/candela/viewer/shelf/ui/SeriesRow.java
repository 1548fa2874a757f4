package org.candela.viewer.shelf.ui;

import java.util.stream.Stream;
import org.candela.viewer.stack.Thumbnail;

/**
 * One stack as the reader sees it in the list.
 *
 * @param thumbnail its small picture and how far it has come
 * @param title modality and description
 * @param count how many images, in words
 * @param when of which study, of a prior with its date
 * @param state what hinders its picture, in words; blank when nothing does
 * @param isHanging whether a place shows it
 */
public record SeriesRow(Thumbnail thumbnail, String title, String count, String when, String state, boolean isHanging) {
    /** All of it in one line, for a reader who hears the list. */
    String spoken() {
        return String.join(
                ", ",
                Stream.of(title, count, when, state)
                        .filter(part -> !part.isBlank())
                        .toList());
    }
}
