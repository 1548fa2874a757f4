package org.candela.viewer.region;

import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.base.Uid;
import org.candela.image.Vector3;

/**
 * How far a region reaches over all of its slices.
 *
 * @param volumeMm3 Σ pixels of all its slices · pixel size · distance of slices; empty where that is unknown
 * @param largest on the slice where most of it is; empty where that is unknown
 */
public record RegionReach(OptionalDouble volumeMm3, Optional<Spot> largest) {
    /** Nothing is known of it. */
    public static final RegionReach UNKNOWN = new RegionReach(OptionalDouble.empty(), Optional.empty());

    /**
     * A point of a slice.
     *
     * @param frameOfReferenceUid what {@code point} is in; empty where the file does not say it
     * @param point of the patient, mm
     */
    public record Spot(Optional<Uid> frameOfReferenceUid, Vector3 point) {}
}
