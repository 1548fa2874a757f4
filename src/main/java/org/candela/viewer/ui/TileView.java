package org.candela.viewer.ui;

import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import org.candela.image.DisplayLut;
import org.candela.ui.Messages;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;

/** One image beside the focus: the picture, its marks and its number. FX thread. */
final class TileView extends Pane {
    private static final double GAP = 6;

    private final Viewport tile;
    private final Messages words;
    private final Supplier<DisplayLut> lut;
    private final ImageView picture = new ImageView();
    private final Canvas marks = new Canvas();
    private final Label markFont = ViewportView.label("tile-mark-font", "mark-label");
    private final Label number = ViewportView.label("tile-number", "overlay-text");
    private final RenderLoop loop;
    private double renderScale = 1;

    TileView(Viewport tile, Messages words, ViewServices services, Supplier<DisplayLut> lut) {
        this.tile = tile;
        this.words = words;
        this.lut = lut;
        this.loop = new RenderLoop(services, surface -> picture.setImage(surface.refreshed()), tile::notDrawn);
        setManaged(false);
        picture.setSmooth(false);
        markFont.setVisible(false);
        getChildren().setAll(picture, marks, markFont, number);
        tile.onChange(this::refresh);
    }

    void place(CanvasPoint origin, CanvasSize size, double scale) {
        renderScale = scale;
        double width = size.width() / scale;
        double height = size.height() / scale;
        resizeRelocate(origin.x() / scale, origin.y() / scale, width, height);
        DevicePixels.show(picture, size, scale);
        marks.setWidth(width);
        marks.setHeight(height);
        refresh();
    }

    boolean isUpToDate() {
        return !isVisible() || (loop.isIdle() && !tile.isDecoding());
    }

    private void refresh() {
        if (!isVisible()) {
            return;
        }
        String position = String.valueOf(tile.frameIndex() + 1);
        number.setText(
                tile.problem().isPresent()
                        ? words.text("viewer.tile.problem", position)
                        : tile.isDecoding() ? words.text("viewer.tile.decoding", position) : position);
        number.applyCss();
        double width = number.prefWidth(-1);
        number.resizeRelocate(getWidth() - width - GAP, GAP, width, number.prefHeight(-1));
        markFont.applyCss(); // a tile is painted before the scene has come round to its style
        new MarkPainter(marks, renderScale, markFont.getFont(), new MarkWords(words)).paint(tile);
        tile.picture().ifPresentOrElse(shown -> loop.draw(shown, lut.get()), this::blank);
    }

    private void blank() {
        loop.forget();
        picture.setImage(null);
    }
}
