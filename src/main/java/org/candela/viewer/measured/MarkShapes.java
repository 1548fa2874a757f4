package org.candela.viewer.measured;

import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.object.structured.GraphicShape;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;

/** Figures as graphics of spatial coordinates (PS3.3 C.18.6). */
final class MarkShapes {
    /** Pixels: closer to a right angle no hand draws. */
    private static final double RIGHT = 1e-3;

    private MarkShapes() {}

    /** A graphic and its points. */
    record Shape(GraphicShape graphic, List<ImagePoint> points) {
        Shape {
            points = List.copyOf(points);
        }
    }

    /** The outline of an area, or all points of what is none. */
    static Shape whole(Figure figure) {
        List<ImagePoint> points = figure.points();
        return switch (figure.kind()) {
            case ELLIPSE, CIRCLE -> isUpright(points) ? ellipse(points) : closed(figure.outline());
            case RECTANGLE, OBLIQUE_RECTANGLE, POLYGON, FREEHAND, SPLINE -> closed(figure.outline());
            case TEXT, PROBE -> new Shape(GraphicShape.POINT, points);
            case PERPENDICULAR, PARALLEL, FOUR_POINT_ANGLE, CARDIOTHORACIC ->
                new Shape(GraphicShape.MULTIPOINT, points);
            case LENGTH, POLYLINE, ANGLE, OPEN_ANGLE, COBB, BIDIRECTIONAL, ARROW ->
                new Shape(GraphicShape.POLYLINE, points);
        };
    }

    /** A straight line of two of the points. */
    static Shape line(Figure figure, int first) {
        return new Shape(GraphicShape.POLYLINE, figure.points().subList(first, first + 2));
    }

    /** Whether both diameters are axes: C.18.6.1.2 knows no others. */
    private static boolean isUpright(List<ImagePoint> ends) {
        ImagePoint one = ends.get(1).minus(ends.get(0));
        ImagePoint other = ends.get(3).minus(ends.get(2));
        return Math.abs(one.column() * other.column() + one.row() * other.row()) <= RIGHT * length(one) * length(other);
    }

    /** The long axis first. */
    private static Shape ellipse(List<ImagePoint> ends) {
        boolean isLongFirst =
                length(ends.get(1).minus(ends.get(0))) >= length(ends.get(3).minus(ends.get(2)));
        return new Shape(
                GraphicShape.ELLIPSE, isLongFirst ? ends : List.of(ends.get(2), ends.get(3), ends.get(0), ends.get(1)));
    }

    private static Shape closed(List<ImagePoint> outline) {
        List<ImagePoint> points = new ArrayList<>(outline);
        if (!points.get(0).equals(points.get(points.size() - 1))) {
            points.add(points.get(0));
        }
        return new Shape(GraphicShape.POLYLINE, points);
    }

    private static double length(ImagePoint vector) {
        return Math.hypot(vector.column(), vector.row());
    }
}
