package org.candela.dicom.object.presentation;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.object.DisplayColor;
import org.candela.image.ImagePoint;

/**
 * A graphic (PS3.3 C.10.5.1.2).
 *
 * @param points as many as the shape takes, all in the same units
 * @param style how it is to be drawn, where the file says so
 */
public record GraphicObject(Shape shape, List<AnnotationPoint> points, Fill fill, Optional<LineStyle> style) {
    public GraphicObject {
        points = List.copyOf(points);
        if (!shape.takes(points.size())) {
            throw new IllegalArgumentException(shape + " of " + points.size() + " points");
        }
    }

    /** Graphic Type (0070,0023). */
    public enum Shape {
        /** One point. */
        POINT(1, 1),
        /** Straight lines; closed where the last point is the first. */
        POLYLINE(2, Integer.MAX_VALUE),
        /** A smooth curve through the points. */
        INTERPOLATED(2, Integer.MAX_VALUE),
        /** The centre and a point on the circle. */
        CIRCLE(2, 2),
        /** Both ends of the long axis, both ends of the short one. */
        ELLIPSE(4, 4);

        private final int least;
        private final int most;

        Shape(int least, int most) {
            this.least = least;
            this.most = most;
        }

        boolean takes(int points) {
            return points >= least && points <= most;
        }
    }

    /** Graphic Filled (0070,0024). */
    public enum Fill {
        OUTLINE,
        FILLED
    }

    /**
     * Line Style (C.10.5.1.3).
     *
     * @param thickness points of a display, ≥ 0
     */
    public record LineStyle(DisplayColor color, double thickness) {}

    /** A graphic on the stored image, its points in pixels. */
    public static GraphicObject onImage(Shape shape, List<ImagePoint> points, Fill fill) {
        return new GraphicObject(shape, points.stream().map(AnnotationPoint::of).toList(), fill, Optional.empty());
    }

    /** Whether the line ends where it began. */
    public boolean isClosed() {
        return switch (shape) {
            case POINT -> false;
            case CIRCLE, ELLIPSE -> true;
            case POLYLINE, INTERPOLATED -> points.size() > 2 && points.get(0).equals(points.get(points.size() - 1));
        };
    }

    /** The line to be drawn, in the units of the points; a closed one ends where it began. */
    public List<AnnotationPoint> outline() {
        return switch (shape) {
            case POINT, POLYLINE -> points;
            case INTERPOLATED -> Outlines.smooth(points);
            case CIRCLE -> Outlines.circle(points.get(0), points.get(1));
            case ELLIPSE -> Outlines.ellipse(points);
        };
    }
}
