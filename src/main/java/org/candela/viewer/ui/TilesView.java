package org.candela.viewer.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.candela.image.DisplayLut;
import org.candela.ui.Messages;
import org.candela.ui.Theme;
import org.candela.viewer.Tiles;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;

/** The images beside the focus in one place, and the frame around that. FX thread. */
// [impl->req~viewer.tiles~1]
final class TilesView {
    private static final double EDGE = 2;

    private final Tiles tiles;
    private final Messages words = Messages.of(TilesView.class);
    private final ViewServices services;
    private final Supplier<DisplayLut> lut;
    private final Pane pane = new Pane();
    private final Rectangle frame = new Rectangle();
    private final Map<Viewport, TileView> views = new HashMap<>();
    private TileLayout layout = new TileLayout(new CanvasSize(1, 1), Grid.SINGLE);

    /** @param lut the table of the monitor, asked at every picture */
    TilesView(Tiles tiles, ViewServices services, Supplier<DisplayLut> lut) {
        this.tiles = tiles;
        this.services = services;
        this.lut = lut;
    }

    /** The images. */
    Pane built() {
        pane.setManaged(false);
        pane.setMouseTransparent(true);
        return pane;
    }

    /** Says by a line around it which image keys and tools act on. */
    Rectangle frame() {
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        frame.setFill(Color.TRANSPARENT);
        frame.setStroke(Theme.ACCENT);
        frame.setStrokeWidth(EDGE);
        return frame;
    }

    /** Lays tiles out over a place of so many device pixels; where the focus lies then. */
    CanvasPoint arrange(CanvasSize place, double renderScale) {
        layout = new TileLayout(place, tiles.grid());
        CanvasPoint origin = layout.origin(tiles.focus());
        boolean isTiled = tiles.grid().cells() > 1;
        frame.setVisible(isTiled);
        frame.setX(origin.x() / renderScale + EDGE / 2);
        frame.setY(origin.y() / renderScale + EDGE / 2);
        frame.setWidth(layout.tile().width() / renderScale - EDGE);
        frame.setHeight(layout.tile().height() / renderScale - EDGE);
        views.values().forEach(view -> view.setVisible(false));
        for (int cell = 0; isTiled && cell < tiles.grid().cells(); cell++) {
            CanvasPoint at = layout.origin(cell);
            tiles.other(cell).map(this::view).ifPresent(view -> {
                view.setVisible(true);
                view.place(at, layout.tile(), renderScale);
            });
        }
        return origin;
    }

    /** The size of one tile, device pixels. */
    CanvasSize size() {
        return layout.tile();
    }

    /** Makes the tile under a device pixel of the place the focus. */
    void focusOn(CanvasPoint at) {
        if (tiles.grid().cells() > 1) {
            tiles.focusOn(layout.cell(at));
        }
    }

    /** Whether all that is seen is the newest state. */
    boolean isUpToDate() {
        return views.values().stream().allMatch(TileView::isUpToDate);
    }

    private TileView view(Viewport tile) {
        return Optional.ofNullable(views.get(tile)).orElseGet(() -> {
            TileView made = new TileView(tile, words, services, lut);
            views.put(tile, made);
            pane.getChildren().add(made);
            return made;
        });
    }
}
