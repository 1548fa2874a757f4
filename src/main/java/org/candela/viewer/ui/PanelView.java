package org.candela.viewer.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import org.candela.viewer.Lightbox;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Place;

/**
 * The viewports of one panel, in its grid. FX thread.
 *
 * <p>A view is made once for each place and kept; only those that are seen are in the scene, and only these draw.
 */
// [impl->req~viewer.grids~1]
final class PanelView extends Pane {
    private static final PseudoClass DIVIDED = PseudoClass.getPseudoClass("divided");
    /** The ground shows between places. */
    private static final double LINE = 1;

    private final Lightbox lightbox;
    private final int panel;
    private final Function<Place, ViewportView> maker;
    private final Map<Place, ViewportView> views = new HashMap<>();

    PanelView(Lightbox lightbox, int panel, Function<Place, ViewportView> maker) {
        this.lightbox = lightbox;
        this.panel = panel;
        this.maker = maker;
        setMinSize(0, 0);
        getStyleClass().add("image-panel");
    }

    /** Shows the places that the panel has now. */
    void arrange() {
        List<ViewportView> wanted = lightbox.places(panel).stream()
                .map(place -> views.computeIfAbsent(place, maker))
                .toList();
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
            pseudoClassStateChanged(DIVIDED, wanted.size() > 1);
        }
    }

    Stream<ViewportView> viewports() {
        return lightbox.places(panel).stream().map(place -> Objects.requireNonNull(views.get(place)));
    }

    /** Every edge falls between two device pixels, so that no column of an image is drawn on half a pixel. */
    @Override
    protected void layoutChildren() {
        Grid grid = lightbox.shownGrid(panel);
        for (int cell = 0; cell < getChildren().size(); cell++) {
            int column = cell % grid.columns();
            int row = cell / grid.columns();
            double left = edgeX(column, grid);
            double top = edgeY(row, grid);
            double right = edgeX(column + 1, grid) - (column + 1 < grid.columns() ? LINE : 0);
            double bottom = edgeY(row + 1, grid) - (row + 1 < grid.rows() ? LINE : 0);
            getChildren().get(cell).resizeRelocate(left, top, right - left, bottom - top);
        }
    }

    private double edgeX(int column, Grid grid) {
        return snapPositionX(getWidth() * column / grid.columns());
    }

    private double edgeY(int row, Grid grid) {
        return snapPositionY(getHeight() * row / grid.rows());
    }
}
