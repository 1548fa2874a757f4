package org.candela.measure;

/** What can be drawn on an image. */
public enum FigureKind {
    /** Distance of two points. */
    LENGTH(2, 2),
    /** Length along two points or more. */
    POLYLINE(2, Integer.MAX_VALUE),
    /** Angle at the second of three points. */
    ANGLE(3, 3),
    /** Angle of two lines, each of two points. */
    COBB(4, 4),
    /** Two points of a line and one whose distance from it is measured. */
    PERPENDICULAR(3, 3),
    /** Two points of a line and one on the line beside it: the distance of two parallels. */
    PARALLEL(3, 3),
    /** Angle between two lines that need not meet, each from its first point to its second. */
    OPEN_ANGLE(4, 4),
    /** Angle between two axes, each through the middles of two widths, each width of two points. */
    FOUR_POINT_ANGLE(8, 8),
    /** Two points of one axis, then two of the axis across it. */
    BIDIRECTIONAL(4, 4),
    /** Two points of the midline, one on each heart border, one on each inner border of the chest. */
    CARDIOTHORACIC(6, 6),
    /** Both ends of one diameter, then of the diameter conjugate to it; placed by two corners of its frame. */
    ELLIPSE(2, 2),
    /** Four corners in order; placed by two opposite ones. */
    RECTANGLE(2, 2),
    /** Four corners in order; placed by both ends of one side and a point on the side across. */
    OBLIQUE_RECTANGLE(3, 3),
    /** Both ends of one diameter, then of the one across it; placed by three points of its edge. */
    CIRCLE(3, 3),
    /** A closed outline of straight sides. */
    POLYGON(3, Integer.MAX_VALUE),
    /** A closed outline drawn in one go. */
    FREEHAND(3, Integer.MAX_VALUE),
    /** A closed smooth outline through its points. */
    SPLINE(3, Integer.MAX_VALUE),
    /** Words at a point. */
    TEXT(1, 1),
    /** From where the words stand to what they point at. */
    ARROW(2, 2),
    /** The values at a point. */
    PROBE(1, 1);

    private static final int FRAME = 4;

    private final int fewest;
    private final int most;

    FigureKind(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** Points that must be placed. */
    public int fewestPlaced() {
        return fewest;
    }

    /** Points that can be placed; {@link Integer#MAX_VALUE} where the reader says when it is enough. */
    public int mostPlaced() {
        return most;
    }

    /** Whether the reader says when it is enough. */
    public boolean isOpenEnded() {
        return most == Integer.MAX_VALUE;
    }

    /** Whether it holds pixels. */
    public boolean isArea() {
        return switch (this) {
            case ELLIPSE, RECTANGLE, OBLIQUE_RECTANGLE, CIRCLE, POLYGON, FREEHAND, SPLINE -> true;
            default -> false;
        };
    }

    /** Points that a figure of this kind consists of at least. */
    int fewestPoints() {
        return isFramed() ? FRAME : fewest;
    }

    /** Points that a figure of this kind consists of at most. */
    int mostPoints() {
        return isFramed() ? FRAME : most;
    }

    /** Whether it has four points however many are placed. */
    private boolean isFramed() {
        return switch (this) {
            case ELLIPSE, RECTANGLE, OBLIQUE_RECTANGLE, CIRCLE -> true;
            default -> false;
        };
    }
}
