package org.candela.calibration;

import java.util.List;
import java.util.StringJoiner;

/**
 * Where a standard wants a quantity measured, as far as its number depends on it.
 *
 * @param levels number of levels of the luminance response; 0 where it does not matter
 * @param points number of places on the screen; 0 where it does not matter
 * @param greys digital driving levels of 0 to 255; empty where it does not matter
 * @param withinDays how many days before a run light of the room may have been measured; 0 for the same day
 */
public record MeasuredAt(int levels, int points, List<Integer> greys, int withinDays) {
    /** It does not matter. */
    public static final MeasuredAt ANYTHING = new MeasuredAt(0, 0, List.of());

    public MeasuredAt {
        greys = List.copyOf(greys);
    }

    /** What is measured in the run itself. */
    public MeasuredAt(int levels, int points, List<Integer> greys) {
        this(levels, points, greys, 0);
    }

    /** As a report writes it: {@code "5 points, grey 26, 204"}; empty where it does not matter. */
    public String description() {
        StringJoiner words = new StringJoiner(", ");
        if (levels > 0) {
            words.add(levels + " levels");
        }
        if (points > 0) {
            words.add(points + " points");
        }
        if (!greys.isEmpty()) {
            words.add("grey "
                    + String.join(", ", greys.stream().map(String::valueOf).toList()));
        }
        if (withinDays > 0) {
            words.add("within " + withinDays + " days");
        }
        return words.toString();
    }
}
