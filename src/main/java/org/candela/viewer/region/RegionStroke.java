package org.candela.viewer.region;

import java.util.List;

/** The line that a region is drawn with, so that no colour is needed to tell one from another. */
public final class RegionStroke {
    private static final List<List<Double>> DASHES =
            List.of(List.of(), List.of(7.0, 4.0), List.of(2.0, 3.0), List.of(9.0, 3.0, 2.0, 3.0), List.of(14.0, 4.0));

    private RegionStroke() {}

    /** Lengths of dashes and gaps by turns, units of the scene; none for a line without gaps. */
    public static List<Double> dashes(RegionName region) {
        return DASHES.get(Math.floorMod(region.number(), DASHES.size()));
    }
}
