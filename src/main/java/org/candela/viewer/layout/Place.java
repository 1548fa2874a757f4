package org.candela.viewer.layout;

import java.util.Comparator;

/**
 * Where images hang: a cell of the grid of one panel. A panel is a diagnostic display, or a part of the only one.
 *
 * @param panel from 0, from left to right
 * @param cell from 0, row by row
 */
public record Place(int panel, int cell) implements Comparable<Place> {
    /** The first place of the first panel: where the current study hangs. */
    public static final Place LEFT = new Place(0, 0);

    /** The first place of the second panel. */
    public static final Place RIGHT = new Place(1, 0);

    private static final Comparator<Place> IN_READING_ORDER =
            Comparator.comparingInt(Place::panel).thenComparingInt(Place::cell);

    public Place {
        if (panel < 0 || cell < 0) {
            throw new IllegalArgumentException("no place: panel " + panel + ", cell " + cell);
        }
    }

    @Override
    public int compareTo(Place other) {
        return IN_READING_ORDER.compare(this, other);
    }
}
