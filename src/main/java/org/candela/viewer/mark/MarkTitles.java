package org.candela.viewer.mark;

import org.candela.measure.FigureKind;

/** What undo takes back, as a reader would say it. */
final class MarkTitles {
    static final String TEXT = "Change the text";
    static final String LABEL = "Move the label";
    static final String CALIBRATED = "Calibrate the series";

    private MarkTitles() {}

    static String drawn(FigureKind kind) {
        return "Draw " + name(kind);
    }

    static String moved(FigureKind kind) {
        return "Move " + name(kind);
    }

    static String removed(FigureKind kind) {
        return "Remove " + name(kind);
    }

    private static String name(FigureKind kind) {
        return switch (kind) {
            case LENGTH -> "length";
            case POLYLINE -> "polyline";
            case ANGLE -> "angle";
            case COBB -> "Cobb angle";
            case PERPENDICULAR -> "distance from a line";
            case PARALLEL -> "distance of parallels";
            case OPEN_ANGLE -> "open angle";
            case FOUR_POINT_ANGLE -> "angle of two axes";
            case BIDIRECTIONAL -> "long and short axis";
            case CARDIOTHORACIC -> "cardiothoracic ratio";
            case ELLIPSE -> "ellipse";
            case RECTANGLE -> "rectangle";
            case OBLIQUE_RECTANGLE -> "oblique rectangle";
            case CIRCLE -> "circle";
            case POLYGON -> "polygon";
            case FREEHAND -> "outline";
            case SPLINE -> "curved outline";
            case TEXT -> "text";
            case ARROW -> "arrow";
            case PROBE -> "point";
        };
    }
}
