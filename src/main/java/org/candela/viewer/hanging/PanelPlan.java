package org.candela.viewer.hanging;

import java.util.List;
import org.candela.viewer.layout.Grid;

/**
 * What hangs on one panel.
 *
 * @param cells row by row, at most as many as the grid has; places beyond them stay empty
 */
public record PanelPlan(Grid grid, List<CellPlan> cells) {
    public PanelPlan {
        cells = List.copyOf(cells);
        if (cells.size() > grid.cells()) {
            throw new IllegalArgumentException(cells.size() + " cells do not fit a grid of " + grid.cells());
        }
    }
}
