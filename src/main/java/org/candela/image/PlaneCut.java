package org.candela.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the rectangle of one image cuts the plane of another: the reference line of a scout.
 *
 * @param from one end, in points of the image that is cut
 * @param to the other end
 */
public record PlaneCut(ImagePoint from, ImagePoint to) {
    private static final double EPSILON = 1e-9;

    /**
     * The line that {@code cutting}, an image of {@code rows} × {@code columns} pixels, leaves on {@code cut}; empty where
     * they are parallel or do not meet. Both planes must lie in one frame of reference (PS3.3 C.7.4.1).
     */
    // [impl->req~image.plane-cut~1]
    public static Optional<PlaneCut> of(SlicePlane cut, SlicePlane cutting, int rows, int columns) {
        List<Vector3> corners = corners(cutting, rows, columns);
        List<Vector3> ends = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            crossing(cut, corners.get(i), corners.get((i + 1) % corners.size())).ifPresent(ends::add);
        }
        return longest(cut, ends);
    }

    /** The outer edges of the pixels, half a pixel beyond the centres of the outermost ones. */
    private static List<Vector3> corners(SlicePlane plane, int rows, int columns) {
        return List.of(
                plane.patientPoint(-0.5, -0.5),
                plane.patientPoint(columns - 0.5, -0.5),
                plane.patientPoint(columns - 0.5, rows - 0.5),
                plane.patientPoint(-0.5, rows - 0.5));
    }

    private static Optional<Vector3> crossing(SlicePlane plane, Vector3 from, Vector3 to) {
        double before = height(plane, from);
        double after = height(plane, to);
        boolean isCrossed = before * after <= 0 && Math.abs(before - after) > EPSILON;
        return isCrossed ? Optional.of(from.plus(to.minus(from).times(before / (before - after)))) : Optional.empty();
    }

    private static double height(SlicePlane plane, Vector3 point) {
        return point.minus(plane.origin()).dot(plane.normal());
    }

    /** A line through a corner crosses two edges there, so of more than two points the farthest two are the ends. */
    private static Optional<PlaneCut> longest(SlicePlane plane, List<Vector3> ends) {
        Optional<PlaneCut> line = Optional.empty();
        double longest = EPSILON;
        for (Vector3 one : ends) {
            for (Vector3 other : ends) {
                double length = other.minus(one).length();
                if (length > longest) {
                    longest = length;
                    line = Optional.of(new PlaneCut(imagePoint(plane, one), imagePoint(plane, other)));
                }
            }
        }
        return line;
    }

    private static ImagePoint imagePoint(SlicePlane plane, Vector3 point) {
        return new ImagePoint(plane.column(point), plane.row(point));
    }
}
