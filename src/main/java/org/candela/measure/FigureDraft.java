package org.candela.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;

/**
 * A figure being drawn: points that are placed and one that still follows the pointer.
 *
 * @param aspect height of a pixel over its width, which decides what is a right angle
 */
public record FigureDraft(FigureKind kind, List<ImagePoint> placed, ImagePoint next, double aspect) {
    /** A hand does not draw finer than this many pixels; closer points add nothing but time. */
    private static final double FREEHAND_STEP = 1;

    /** Beyond this many points the outline is kept as it is: nobody draws so long in one go. */
    static final int MOST_POINTS = 4000;

    public FigureDraft {
        placed = List.copyOf(placed);
    }

    /** A figure whose first point follows the pointer. */
    public static FigureDraft begin(FigureKind kind, ImagePoint point, double aspect) {
        return new FigureDraft(kind, List.of(), point, aspect);
    }

    /** The pointer is elsewhere. A freehand outline that was begun grows by it. */
    public FigureDraft movedTo(ImagePoint point) {
        FigureDraft moved = new FigureDraft(kind, placed, constrained(point), aspect);
        return kind == FigureKind.FREEHAND && !placed.isEmpty() && isFarFromLast(point) ? moved.placedNext() : moved;
    }

    /** The point under the pointer stays where it is. At a place already taken by the last one nothing is added. */
    public FigureDraft placedNext() {
        boolean isAgain = !placed.isEmpty() && placed.get(placed.size() - 1).equals(next);
        return isAgain || isComplete() || placed.size() >= MOST_POINTS ? this : withNextPlaced();
    }

    /** The last point that was placed follows the pointer again; of one point nothing is left. */
    public Optional<FigureDraft> withoutLast() {
        return placed.size() < 2
                ? Optional.empty()
                : Optional.of(new FigureDraft(kind, placed.subList(0, placed.size() - 1), next, aspect));
    }

    /** Whether all points that there can be are placed. */
    public boolean isComplete() {
        return placed.size() == kind.mostPlaced();
    }

    /** The figure of the placed points; empty while they are too few, or all at one place. */
    // [impl->req~measure.drawing~1]
    public Optional<Figure> finished() {
        return figure(placed);
    }

    /** What there is to see: the placed points and the one under the pointer; empty while they make no figure yet. */
    public Optional<Figure> seen() {
        return figure(all());
    }

    /** Points placed and the next one, for what is no figure yet. */
    public List<ImagePoint> all() {
        List<ImagePoint> all = new ArrayList<>(placed);
        if (!isComplete() && (placed.isEmpty() || !placed.get(placed.size() - 1).equals(next))) {
            all.add(next);
        }
        return List.copyOf(all);
    }

    private Optional<Figure> figure(List<ImagePoint> clicks) {
        boolean isPoint = kind.mostPlaced() == 1;
        boolean hasExtent = clicks.stream().distinct().count() > 1;
        if (clicks.size() < kind.fewestPlaced() || clicks.size() > kind.mostPlaced() || !(isPoint || hasExtent)) {
            return Optional.empty();
        }
        return points(clicks).map(points -> new Figure(kind, points));
    }

    /** Empty where three points lie on one line and so on no circle. */
    private Optional<List<ImagePoint>> points(List<ImagePoint> clicks) {
        return switch (kind) {
            case RECTANGLE -> Optional.of(corners(clicks.get(0), clicks.get(1)));
            case OBLIQUE_RECTANGLE -> Optional.of(oblique(clicks));
            case ELLIPSE -> Optional.of(diameters(clicks.get(0), clicks.get(1)));
            case CIRCLE -> Circle.through(clicks, aspect);
            default -> Optional.of(clicks);
        };
    }

    /** The side across passes through the third point, at a right angle in the patient. */
    private List<ImagePoint> oblique(List<ImagePoint> clicks) {
        ImagePoint one = clicks.get(0);
        ImagePoint other = clicks.get(1);
        ImagePoint far = Across.end(one, other, other, clicks.get(2), aspect);
        return List.of(one, other, far, one.plus(far.minus(other)));
    }

    private ImagePoint constrained(ImagePoint point) {
        return kind == FigureKind.BIDIRECTIONAL && placed.size() == 3
                ? Across.end(placed.get(0), placed.get(1), placed.get(2), point, aspect)
                : point;
    }

    private boolean isFarFromLast(ImagePoint point) {
        ImagePoint delta = point.minus(placed.get(placed.size() - 1));
        return Math.hypot(delta.column(), delta.row()) >= FREEHAND_STEP;
    }

    private FigureDraft withNextPlaced() {
        List<ImagePoint> more = new ArrayList<>(placed);
        more.add(next);
        return new FigureDraft(kind, more, next, aspect);
    }

    static List<ImagePoint> corners(ImagePoint one, ImagePoint opposite) {
        return List.of(
                one,
                new ImagePoint(opposite.column(), one.row()),
                opposite,
                new ImagePoint(one.column(), opposite.row()));
    }

    private static List<ImagePoint> diameters(ImagePoint one, ImagePoint opposite) {
        ImagePoint middle = Figure.middle(one, opposite);
        return List.of(
                new ImagePoint(one.column(), middle.row()),
                new ImagePoint(opposite.column(), middle.row()),
                new ImagePoint(middle.column(), one.row()),
                new ImagePoint(middle.column(), opposite.row()));
    }
}
