package org.candela.viewer.document.ui;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.candela.base.Async;
import org.candela.image.RasterArgb;
import org.candela.viewer.document.Documents;
import org.candela.viewer.document.DrawnPage;
import org.candela.viewer.document.PageReading;
import org.candela.viewer.document.PageView;
import org.candela.viewer.picture.ScreenPitch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page, its pixels on those of the screen. FX thread; pages are drawn elsewhere. */
final class PagePane {
    private static final Logger LOG = LoggerFactory.getLogger(PagePane.class);

    private final Documents documents;
    private final Executor ui;
    private final ImageView picture = new ImageView();
    private final Pane pane = new Pane(picture);
    private Optional<ScreenPitch> pitch = Optional.empty();
    private @Nullable PageReading reading;
    private @Nullable PageView wanted;
    private @Nullable DrawnPage shown;
    private boolean hasFailed;

    PagePane(Documents documents, Executor ui) {
        this.documents = documents;
        this.ui = ui;
        picture.setId("document-page");
        picture.setManaged(false);
        picture.setSmooth(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(pane.widthProperty());
        clip.heightProperty().bind(pane.heightProperty());
        pane.setClip(clip);
        pane.setMinSize(0, 0);
        pane.widthProperty().addListener(size -> again());
        pane.heightProperty().addListener(size -> again());
    }

    Node refreshed(PageReading open, Optional<ScreenPitch> screen) {
        if (!open.equals(reading)) {
            reading = open;
            wanted = null;
            shown = null;
            picture.setImage(null);
        }
        pitch = screen;
        again();
        return pane;
    }

    /** Whether the page that is wanted is seen. */
    boolean isUpToDate() {
        return hasFailed || (shown != null && shown.view().equals(wanted));
    }

    /** Whether the page could not be drawn. */
    boolean hasFailed() {
        return hasFailed;
    }

    private void again() {
        PageReading open = reading;
        double scale = renderScale();
        int width = (int) Math.floor(pane.getWidth() * scale);
        int height = (int) Math.floor(pane.getHeight() * scale);
        if (open == null || width < 1 || height < 1) {
            return;
        }
        boolean isTrueSize = open.scale() == PageReading.Scale.TRUE_SIZE;
        double pitchMm = isTrueSize ? pitch.map(ScreenPitch::meanMm).orElse(0.0) : 0;
        PageView now = new PageView(open.index(), width, height, open.zoom(), pitchMm, open.paper());
        if (!now.equals(wanted)) {
            wanted = now;
            hasFailed = false;
            var unused = open.source()
                    .draw(now)
                    .whenCompleteAsync((drawn, failure) -> arrived(open, now, drawn, failure), ui);
        }
        place();
    }

    private void arrived(PageReading open, PageView asked, @Nullable DrawnPage drawn, @Nullable Throwable failure) {
        if (!open.equals(reading) || !asked.equals(wanted)) {
            return;
        }
        if (drawn == null) {
            hasFailed = true;
            picture.setImage(null);
            LOG.warn(
                    "page not drawn: {}",
                    failure == null ? "" : Async.causeOf(failure).getMessage());
        } else {
            shown = drawn;
            picture.setImage(image(drawn.raster()));
        }
        place();
        documents.changed();
    }

    private void place() {
        if (shown == null || reading == null) {
            return;
        }
        double scale = renderScale();
        double width = shown.raster().width() / scale;
        double height = shown.raster().height() / scale;
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        reading.sees(pane.getWidth() / width, pane.getHeight() / height);
        double x = width <= pane.getWidth() ? (pane.getWidth() - width) / 2 : -reading.left() * width;
        double y = height <= pane.getHeight() ? (pane.getHeight() - height) / 2 : -reading.top() * height;
        picture.relocate(Math.round(x * scale) / scale, Math.round(y * scale) / scale);
    }

    private double renderScale() {
        return pane.getScene() == null || pane.getScene().getWindow() == null
                ? 1
                : pane.getScene().getWindow().getRenderScaleX();
    }

    static WritableImage image(RasterArgb raster) {
        // Opaque pixels are their own premultiplied form.
        return new WritableImage(new PixelBuffer<>(
                raster.width(), raster.height(), IntBuffer.wrap(raster.pixels()), PixelFormat.getIntArgbPreInstance()));
    }
}
