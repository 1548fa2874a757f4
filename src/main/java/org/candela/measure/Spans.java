package org.candela.measure;

/** Runs through the pixels whose centres an area holds, row by row. */
final class Spans {
    private Spans() {}

    /** Is told of pixels {@code from} to before {@code end} of a row. */
    interface Visitor {
        void span(int row, int from, int end);
    }

    /** Tells {@code visitor} of the pixels of {@code area} on an image of {@code rows} × {@code columns}. */
    static void of(Area area, int rows, int columns, Visitor visitor) {
        int first = (int) Math.max(0, Math.ceil(area.top()));
        int last = (int) Math.min(rows - 1.0, Math.floor(area.bottom()));
        for (int row = first; row <= last; row++) {
            double[] crossings = area.crossings(row);
            for (int pair = 0; pair + 1 < crossings.length; pair += 2) {
                visitor.span(row, firstFrom(crossings[pair], columns), firstFrom(crossings[pair + 1], columns));
            }
        }
    }

    /** First column whose centre is not left of {@code edge}, held to the image. */
    private static int firstFrom(double edge, int columns) {
        return (int) Math.max(0, Math.min(columns, Math.ceil(edge)));
    }
}
