package org.candela.viewer.ui;

import org.candela.viewer.layout.Grid;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;

/**
 * Where tiles of one size lie in a place, in whole device pixels, so that the same zoom is the same on all of them.
 *
 * @param place device pixels of the whole place
 */
record TileLayout(CanvasSize place, Grid grid) {
    /** Device pixels between two tiles, where the ground shows. */
    private static final int LINE = 2;

    /** The size of one tile. */
    CanvasSize tile() {
        return new CanvasSize(
                Math.max(1, (place.width() - LINE * (grid.columns() - 1)) / grid.columns()),
                Math.max(1, (place.height() - LINE * (grid.rows() - 1)) / grid.rows()));
    }

    /** The upper left device pixel of a cell. */
    CanvasPoint origin(int cell) {
        return new CanvasPoint(
                (cell % grid.columns()) * (tile().width() + LINE), (cell / grid.columns()) * (tile().height() + LINE));
    }

    /** The cell of a device pixel, held to the grid. */
    int cell(CanvasPoint at) {
        int column = (int) Math.max(0, Math.min(grid.columns() - 1, at.x() / (tile().width() + LINE)));
        int row = (int) Math.max(0, Math.min(grid.rows() - 1, at.y() / (tile().height() + LINE)));
        return row * grid.columns() + column;
    }
}
