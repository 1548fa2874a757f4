package org.candela.dicom.object.region;

import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.object.ObjectReference;
import org.candela.image.Vector3;

/**
 * A contour of a region of interest (PS3.3 C.8.8.6).
 *
 * @param points in the patient, mm; at least one
 * @param images it was drawn on; may be empty
 */
public record Contour(Shape shape, List<Vector3> points, List<ObjectReference> images) {
    public Contour {
        points = List.copyOf(points);
        images = List.copyOf(images);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a contour without points");
        }
    }

    /** Contour Geometric Type (3006,0042). */
    public enum Shape {
        POINT,
        OPEN_PLANAR,
        OPEN_NONPLANAR,
        /** The last point is joined to the first. */
        CLOSED_PLANAR,
        /** The same, and what it covers is taken from what others of the region in its plane cover, or added (C.8.8.6.3). */
        CLOSEDPLANAR_XOR
    }

    /** Whether the last point is joined to the first. */
    public boolean isClosed() {
        return shape == Shape.CLOSED_PLANAR || shape == Shape.CLOSEDPLANAR_XOR;
    }

    /** Whether it was drawn on frame {@code frame}, from 1, of {@code image}. */
    boolean isOn(Uid image, int frame) {
        return ObjectReference.anyIncludes(images, image, frame);
    }

    /** Whether every point is as near to the plane as half a slice. */
    boolean lies(ImageTarget.Place place) {
        return points.stream().allMatch(point -> place.distance(point) <= place.halfSliceMm());
    }
}
