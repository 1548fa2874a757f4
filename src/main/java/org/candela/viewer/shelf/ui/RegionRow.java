package org.candela.viewer.shelf.ui;

import org.candela.viewer.region.RegionName;

/**
 * A region as a line of the list.
 *
 * @param size its volume, and that it cannot be gone to where it cannot; may be empty
 * @param isSeen whether it is to be seen
 * @param state the same in words
 */
public record RegionRow(RegionName region, String size, boolean isSeen, String state) {
    /** All of it in one line, for what reads the list aloud. */
    String spoken() {
        return String.join(", ", region.name(), size, state).replaceAll("(, )+", ", ");
    }
}
