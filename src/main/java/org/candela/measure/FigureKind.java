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
    /** Two points of one axis, then two of the axis across it. */
    BIDIRECTIONAL(4, 4),
    /** Two points of the midline, one on each heart border, one on each inner border of the chest. */
    CARDIOTHORACIC(6, 6),
    /** Both ends of one diameter, then of the diameter conjugate to it; placed by two corners of its frame. */
    ELLIPSE(2, 2),
    /** Four corners in order; placed by two opposite ones. */
    RECTANGLE(2, 2),
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
            case ELLIPSE, RECTANGLE, POLYGON, FREEHAND, SPLINE -> true;
            default -> false;
        };
    }

    /** Points that a figure of this kind consists of at least. */
    int fewestPoints() {
        return this == ELLIPSE || this == RECTANGLE ? 4 : fewest;
    }

    /** Points that a figure of this kind consists of at most. */
    int mostPoints() {
        return this == ELLIPSE || this == RECTANGLE ? 4 : most;
    }
}
