package org.candela.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.image.ImagePoint;

/** The lines that a figure is drawn with, in image points; what is drawn is what is measured. */
public final class Strokes {
    private Strokes() {}

    /**
     * A line of a figure.
     *
     * @param points at least two, the first again at the end where it is closed
     * @param style what it stands for
     */
    public record Stroke(List<ImagePoint> points, Style style) {
        public Stroke {
            points = List.copyOf(points);
        }
    }

    /** What a line stands for. */
    public enum Style {
        /** A distance, with ticks at both ends. */
        TICKED,
        /** A line or an outline. */
        PLAIN,
        /** Shows what belongs together, itself not measured. */
        GUIDE,
        /** Ends in an arrow head. */
        ARROW
    }

    /** The lines of {@code figure} on pixels of {@code aspect} (height over width). */
    public static List<Stroke> of(Figure figure, double aspect) {
        List<ImagePoint> points = figure.points();
        return switch (figure.kind()) {
            case LENGTH -> List.of(stroke(Style.TICKED, points));
            case POLYLINE, ANGLE -> List.of(stroke(Style.PLAIN, points));
            case ARROW -> List.of(stroke(Style.ARROW, points));
            case COBB, OPEN_ANGLE ->
                List.of(
                        stroke(Style.PLAIN, points.subList(0, 2)),
                        stroke(Style.PLAIN, points.subList(2, 4)),
                        stroke(
                                Style.GUIDE,
                                List.of(
                                        Figure.middle(points.get(0), points.get(1)),
                                        Figure.middle(points.get(2), points.get(3)))));
            case PERPENDICULAR -> perpendicular(points, aspect);
            case PARALLEL -> parallel(points, aspect);
            case FOUR_POINT_ANGLE -> axes(points);
            case BIDIRECTIONAL ->
                List.of(stroke(Style.TICKED, points.subList(0, 2)), stroke(Style.TICKED, points.subList(2, 4)));
            case CARDIOTHORACIC -> cardiothoracic(points, aspect);
            case ELLIPSE, RECTANGLE, OBLIQUE_RECTANGLE, CIRCLE, POLYGON, FREEHAND, SPLINE ->
                List.of(stroke(Style.PLAIN, closed(Area.of(figure).outline())));
            case TEXT, PROBE -> List.of();
        };
    }

    private static List<Stroke> perpendicular(List<ImagePoint> points, double aspect) {
        ImagePoint foot = foot(points.get(0), points.get(1), points.get(2), aspect);
        List<Stroke> strokes = new ArrayList<>();
        strokes.add(stroke(Style.PLAIN, points.subList(0, 2)));
        strokes.add(stroke(Style.TICKED, List.of(foot, points.get(2))));
        strokes.add(stroke(Style.GUIDE, List.of(Figure.middle(points.get(0), points.get(1)), foot)));
        return strokes;
    }

    /** Two lines of one length and, between their middles, their distance. */
    private static List<Stroke> parallel(List<ImagePoint> points, double aspect) {
        ImagePoint offset = points.get(2).minus(foot(points.get(0), points.get(1), points.get(2), aspect));
        ImagePoint middle = Figure.middle(points.get(0), points.get(1));
        return List.of(
                stroke(Style.PLAIN, points.subList(0, 2)),
                stroke(
                        Style.PLAIN,
                        List.of(points.get(0).plus(offset), points.get(1).plus(offset))),
                stroke(Style.TICKED, List.of(middle, middle.plus(offset))));
    }

    /** The widths are guides, the axes through their middles are what is measured. */
    private static List<Stroke> axes(List<ImagePoint> points) {
        List<Stroke> strokes = new ArrayList<>();
        for (int width = 0; width < points.size(); width += 2) {
            strokes.add(stroke(Style.GUIDE, points.subList(width, width + 2)));
        }
        List<ImagePoint> middles = Figure.middles(points);
        strokes.add(stroke(Style.PLAIN, middles.subList(0, 2)));
        strokes.add(stroke(Style.PLAIN, middles.subList(2, 4)));
        return strokes;
    }

    private static List<Stroke> cardiothoracic(List<ImagePoint> points, double aspect) {
        List<Stroke> strokes = new ArrayList<>();
        strokes.add(stroke(Style.GUIDE, points.subList(0, 2)));
        for (ImagePoint border : points.subList(2, 4)) {
            strokes.add(stroke(Style.TICKED, List.of(foot(points.get(0), points.get(1), border, aspect), border)));
        }
        ImagePoint level = points.get(4);
        ImagePoint foot = foot(points.get(0), points.get(1), level, aspect);
        ImagePoint footOfOther = foot(points.get(0), points.get(1), points.get(5), aspect);
        ImagePoint across = level.plus(points.get(5).minus(footOfOther)).minus(level.minus(foot));
        strokes.add(stroke(Style.TICKED, List.of(level, across)));
        strokes.add(stroke(Style.GUIDE, List.of(across, points.get(5))));
        return strokes;
    }

    /** Foot of the perpendicular from {@code point} on the line through {@code from} and {@code to}. */
    static ImagePoint foot(ImagePoint from, ImagePoint to, ImagePoint point, double aspect) {
        Planar line = Planar.between(from, to, 1, aspect);
        double square = line.dot(line);
        double part = square == 0 ? 0 : line.dot(Planar.between(from, point, 1, aspect)) / square;
        return from.plus(Figure.scaled(to.minus(from), part));
    }

    private static List<ImagePoint> closed(List<ImagePoint> outline) {
        List<ImagePoint> closed = new ArrayList<>(outline);
        closed.add(outline.get(0));
        return closed;
    }

    private static Stroke stroke(Style style, List<ImagePoint> points) {
        return new Stroke(points, style);
    }
}
