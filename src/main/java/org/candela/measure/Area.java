package org.candela.measure;

import java.util.List;
import org.candela.image.ImagePoint;

/**
 * A part of an image with an edge.
 *
 * <p>Which pixels it holds: those whose centre is inside. A centre on a left or upper edge counts, one on a right or lower
 * edge does not, so that areas side by side share no pixel and leave none out.
 */
sealed interface Area permits Ellipse, Polygon {
    /** The area of {@code figure}, whose kind is one. */
    static Area of(Figure figure) {
        return switch (figure.kind()) {
            case ELLIPSE, CIRCLE -> new Ellipse(figure.points());
            case SPLINE -> new Polygon(Spline.outline(figure.points()));
            default -> new Polygon(figure.points());
        };
    }

    /** Size in square pixels, ≥ 0. */
    double size();

    /** Whether the outline crosses itself, so that it is not clear what is inside. */
    boolean crossesItself();

    /** Where its edge meets the line through the centres of a row, ascending, in pairs of entry and exit. */
    double[] crossings(int row);

    /** Smallest and largest row that it can touch. */
    double top();

    /** Largest row that it can touch. */
    double bottom();

    /** Its edge as an outline of straight sides, for drawing. */
    List<ImagePoint> outline();
}
