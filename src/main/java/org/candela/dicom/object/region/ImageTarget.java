package org.candela.dicom.object.region;

import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/**
 * An image that regions are looked for on.
 *
 * @param sopInstanceUid the object
 * @param frame from 1
 * @param grid its pixels
 * @param place where it lies; empty where that is not known, then only what names the image is found
 */
public record ImageTarget(Uid sopInstanceUid, int frame, Grid grid, Optional<Place> place) {

    /** Size of the image in pixels, each ≥ 1. */
    public record Grid(int rows, int columns) {
        public Grid {
            if (rows < 1 || columns < 1 || (long) rows * columns > Integer.MAX_VALUE / 4) {
                throw new IllegalArgumentException("an image of " + rows + " × " + columns);
            }
        }
    }

    /**
     * Where an image lies in the patient.
     *
     * @param halfSliceMm what is at most as far from the plane lies on it: half the distance to the next slice, ≥ 0
     */
    public record Place(Uid frameOfReferenceUid, SlicePlane plane, double halfSliceMm) {
        /** Cosine of the largest angle between planes that are taken as parallel: 1.8 degrees. */
        private static final double PARALLEL = 0.9995;

        public Place {
            if (!(halfSliceMm >= 0) || !Double.isFinite(halfSliceMm)) {
                throw new IllegalArgumentException("half a slice distance of " + halfSliceMm + " mm");
            }
        }

        /** Distance of a point from the plane, mm, ≥ 0. */
        double distance(Vector3 point) {
            return Math.abs(point.minus(plane.origin()).dot(plane.normal()));
        }

        /** Whether another plane is parallel to this one, and no farther than half a slice. */
        boolean holds(SlicePlane other) {
            boolean isParallel = Math.abs(plane.normal().dot(other.normal())) >= PARALLEL;
            return isParallel && distance(other.origin()) <= halfSliceMm;
        }
    }
}
