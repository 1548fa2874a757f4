package org.candela.viewer.print;

import java.util.ArrayList;
import java.util.List;
import org.candela.viewer.layout.Grid;

/**
 * How pictures are laid on sheets.
 *
 * @param grid pictures of a sheet, row by row
 */
public record SheetLayout(Paper paper, Paper.Lie lie, Grid grid, Scale scale, Ground ground) {
    static final double MARGIN = 9;
    static final double HEAD = 19;
    static final double FOOT = 15;
    /** Of the grey wedge at the right edge, with its numbers. */
    static final double WEDGE = 13;

    private static final double GAP = 3;

    /** How large pictures become. */
    public enum Scale {
        /** As large as their place allows. */
        FIT,
        /** A millimetre on a millimetre, where the file says what a millimetre is. */
        TRUE_SIZE
    }

    /** What becomes of greys. */
    public enum Ground {
        /** As on the screen. */
        AS_SHOWN,
        /** Black is white, to spare ink; it is said on each picture. */
        INVERTED
    }

    /** A rectangle of a sheet, mm from the top left corner. */
    record Box(double left, double top, double width, double height) {
        double right() {
            return left + width;
        }

        double bottom() {
            return top + height;
        }
    }

    /** The grid that {@code count} pictures are laid in where nobody chose one. */
    public static Grid gridFor(int count) {
        if (count <= 1) {
            return Grid.SINGLE;
        }
        return count <= 4 ? new Grid(2, 2) : count <= 12 ? new Grid(4, 3) : new Grid(5, 4);
    }

    double widthMm() {
        return paper.widthMm(lie);
    }

    double heightMm() {
        return paper.heightMm(lie);
    }

    /** Where the wedge stands. */
    Box wedge() {
        Box body = body();
        return new Box(body.right() + 3, body.top(), WEDGE - 3, body.height());
    }

    /** Where pictures stand with the words below them, row by row. */
    List<Box> cells() {
        Box body = body();
        double width = (body.width() - GAP * (grid.columns() - 1)) / grid.columns();
        double height = (body.height() - GAP * (grid.rows() - 1)) / grid.rows();
        List<Box> cells = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                cells.add(new Box(
                        body.left() + column * (width + GAP), body.top() + row * (height + GAP), width, height));
            }
        }
        return cells;
    }

    private Box body() {
        return new Box(MARGIN, MARGIN + HEAD, widthMm() - 2 * MARGIN - WEDGE, heightMm() - 2 * MARGIN - HEAD - FOOT);
    }
}
