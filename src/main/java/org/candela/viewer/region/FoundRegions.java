package org.candela.viewer.region;

import java.util.List;
import java.util.stream.Stream;

/**
 * All regions that lie on one image.
 *
 * @param refusals why some do not although they might, in words; in English and without patient data
 */
public record FoundRegions(List<FoundRegion> regions, List<String> refusals) {
    /** There are none. */
    public static final FoundRegions NOTHING = new FoundRegions(List.of(), List.of());

    public FoundRegions {
        regions = List.copyOf(regions);
        refusals = List.copyOf(refusals);
    }

    /** Both together. */
    public FoundRegions and(FoundRegions other) {
        return new FoundRegions(
                Stream.concat(regions.stream(), other.regions.stream()).toList(),
                Stream.concat(refusals.stream(), other.refusals.stream()).toList());
    }
}
