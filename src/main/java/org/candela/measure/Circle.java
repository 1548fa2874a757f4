package org.candela.measure;

import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;

/**
 * A circle in the patient by the ends of two diameters across one another; on pixels that are not square an ellipse. One
 * diameter lies along the columns unless its end was moved.
 */
final class Circle {
    private static final double FLAT = 1e-9;

    private Circle() {}

    /** The diameters of the circle through three points; empty where they lie on one line. */
    static Optional<List<ImagePoint>> through(List<ImagePoint> edge, double aspect) {
        Planar one = Planar.between(edge.get(0), edge.get(1), 1, aspect);
        Planar other = Planar.between(edge.get(0), edge.get(2), 1, aspect);
        double area = 2 * one.cross(other);
        if (Math.abs(area) <= FLAT * one.length() * other.length()) {
            return Optional.empty();
        }
        // Centre from the first point: (|a|²·b⊥ − |b|²·a⊥) / (2·a×b), with (x, y)⊥ = (y, −x).
        double x = (other.y() * one.dot(one) - one.y() * other.dot(other)) / area;
        double y = (one.x() * other.dot(other) - other.x() * one.dot(one)) / area;
        ImagePoint middle = edge.get(0).plus(new ImagePoint(x, y / aspect));
        return Optional.of(diameters(middle, new Planar(Math.hypot(x, y), 0), aspect));
    }

    /** One end of a diameter elsewhere; the end opposite stays. */
    static List<ImagePoint> withEnd(List<ImagePoint> ends, int index, ImagePoint to, double aspect) {
        ImagePoint fixed = ends.get(index ^ 1);
        Planar radius = Planar.between(fixed, to, 1, aspect).times(0.5);
        boolean isFirst = index % 2 == 0;
        Planar towardsSecond = isFirst ? radius.times(-1) : radius;
        List<ImagePoint> moved = diameters(Figure.middle(fixed, to), towardsSecond, aspect);
        return index < 2 ? moved : List.of(moved.get(3), moved.get(2), moved.get(0), moved.get(1));
    }

    /** @param radius from the middle to the second end of the first diameter */
    private static List<ImagePoint> diameters(ImagePoint middle, Planar radius, double aspect) {
        ImagePoint along = new ImagePoint(radius.x(), radius.y() / aspect);
        ImagePoint across = new ImagePoint(-radius.y(), radius.x() / aspect);
        return List.of(middle.minus(along), middle.plus(along), middle.minus(across), middle.plus(across));
    }
}
