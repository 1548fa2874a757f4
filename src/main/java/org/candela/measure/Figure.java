package org.candela.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.candela.image.ImagePoint;

/**
 * Something drawn on an image.
 *
 * @param points in the order that {@link FigureKind} says, image points; finite
 */
public record Figure(FigureKind kind, List<ImagePoint> points) {
    public Figure {
        points = List.copyOf(points);
        if (points.size() < kind.fewestPoints() || points.size() > kind.mostPoints()) {
            throw new IllegalArgumentException(kind + " of " + points.size() + " points");
        }
        if (!points.stream().allMatch(point -> Double.isFinite(point.column()) && Double.isFinite(point.row()))) {
            throw new IllegalArgumentException(kind + " with a point that is nowhere");
        }
    }

    /** Points that can be taken hold of, by their index in {@link #points}; none where there are too many. */
    public List<Integer> handles() {
        return kind == FigureKind.FREEHAND
                ? List.of()
                : IntStream.range(0, points.size()).boxed().toList();
    }

    /**
     * The outline of an area as straight lines, its last point not the first; curved ones as many of them.
     *
     * @throws IllegalArgumentException when it is no area
     */
    public List<ImagePoint> outline() {
        if (!kind.isArea()) {
            throw new IllegalArgumentException(kind + " has no outline");
        }
        return Area.of(this).outline();
    }

    /** The whole figure elsewhere. */
    public Figure movedBy(ImagePoint delta) {
        return new Figure(kind, points.stream().map(point -> point.plus(delta)).toList());
    }

    /**
     * One point elsewhere, the others following as the kind demands: rectangles stay rectangles, axes stay across.
     *
     * @param aspect height of a pixel over its width, which decides what is a right angle
     */
    // [impl->req~measure.editing~1]
    public Figure withPoint(int index, ImagePoint to, double aspect) {
        List<ImagePoint> moved = new ArrayList<>(points);
        moved.set(index, to);
        return switch (kind) {
            case RECTANGLE, OBLIQUE_RECTANGLE -> new Figure(kind, rectangle(index, to));
            case ELLIPSE -> new Figure(kind, ellipse(index, to));
            case CIRCLE -> new Figure(kind, Circle.withEnd(points, index, to, aspect));
            case BIDIRECTIONAL -> new Figure(kind, Across.corrected(moved, index, aspect));
            default -> new Figure(kind, moved);
        };
    }

    /** The corner opposite stays; the sides keep their directions. */
    private List<ImagePoint> rectangle(int index, ImagePoint to) {
        ImagePoint fixed = points.get((index + 2) % 4);
        ImagePoint one = points.get((index + 3) % 4).minus(fixed);
        ImagePoint other = points.get((index + 1) % 4).minus(fixed);
        ImagePoint diagonal = to.minus(fixed);
        double area = cross(one, other);
        if (area == 0) {
            return FigureDraft.corners(fixed, to);
        }
        ImagePoint alongOne = scaled(one, cross(diagonal, other) / area);
        ImagePoint alongOther = scaled(other, cross(one, diagonal) / area);
        List<ImagePoint> corners = new ArrayList<>(points);
        corners.set(index, to);
        corners.set((index + 3) % 4, fixed.plus(alongOne));
        corners.set((index + 1) % 4, fixed.plus(alongOther));
        return corners;
    }

    /** The other end of the diameter stays; the diameter across moves with the middle. */
    private List<ImagePoint> ellipse(int index, ImagePoint to) {
        int other = index ^ 1;
        List<ImagePoint> ends = new ArrayList<>(points);
        ends.set(index, to);
        ImagePoint shift = scaled(to.minus(points.get(index)), 0.5);
        int across = index < 2 ? 2 : 0;
        ends.set(across, points.get(across).plus(shift));
        ends.set(across + 1, points.get(across + 1).plus(shift));
        ends.set(other, points.get(other));
        return ends;
    }

    static double cross(ImagePoint one, ImagePoint other) {
        return one.column() * other.row() - one.row() * other.column();
    }

    static ImagePoint scaled(ImagePoint point, double factor) {
        return new ImagePoint(point.column() * factor, point.row() * factor);
    }

    /** The middles of points taken two by two. */
    static List<ImagePoint> middles(List<ImagePoint> points) {
        return IntStream.range(0, points.size() / 2)
                .mapToObj(pair -> middle(points.get(2 * pair), points.get(2 * pair + 1)))
                .toList();
    }

    static ImagePoint middle(ImagePoint one, ImagePoint other) {
        return scaled(one.plus(other), 0.5);
    }
}
