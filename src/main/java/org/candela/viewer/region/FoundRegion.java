package org.candela.viewer.region;

import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;

/**
 * A region as it lies on one image.
 *
 * @param mask what it covers; empty for contours, which are lines alone
 * @param lines its outlines; closed ones end where they began, single points are points
 * @param size what it measures here; empty for contours
 */
public record FoundRegion(
        RegionName name, Optional<RegionMask> mask, List<List<ImagePoint>> lines, Optional<RegionSize> size) {
    public FoundRegion {
        lines = lines.stream().map(List::copyOf).toList();
    }
}
