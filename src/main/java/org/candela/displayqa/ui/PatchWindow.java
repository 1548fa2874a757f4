package org.candela.displayqa.ui;

import java.nio.IntBuffer;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.calibration.device.DisplayDevice.Place;

/** A window that is one display, in device pixels, without cursor. FX thread. */
final class PatchWindow {
    private static final double TOLERANCE_PIXELS = 1;

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final IntBuffer pixels;
    private final PixelBuffer<IntBuffer> buffer;

    private PatchWindow(Place place, Screen screen) {
        pixels = IntBuffer.allocate(place.width() * place.height());
        buffer = new PixelBuffer<>(place.width(), place.height(), pixels, PixelFormat.getIntArgbPreInstance());
        ImageView view = new ImageView(new WritableImage(buffer));
        view.setSmooth(false);
        view.setFitWidth(place.width() / screen.getOutputScaleX());
        view.setFitHeight(place.height() / screen.getOutputScaleY());
        Scene scene = new Scene(new Pane(view));
        scene.setCursor(Cursor.NONE);
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        Rectangle2D bounds = screen.getBounds();
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    /** The window over the display at {@code place}; empty when the toolkit sees no display there. */
    static Optional<PatchWindow> on(Place place) {
        return Screen.getScreens().stream()
                .filter(screen -> isAt(place, screen))
                .findFirst()
                .map(screen -> new PatchWindow(place, screen));
    }

    void fill(int argb) {
        buffer.updateBuffer(changed -> {
            for (int i = 0; i < pixels.capacity(); i++) {
                pixels.put(i, argb);
            }
            return null; // the whole picture changed
        });
        stage.show();
        stage.toFront();
    }

    void close() {
        stage.close();
    }

    private static boolean isAt(Place place, Screen screen) {
        Rectangle2D bounds = screen.getBounds();
        return Math.abs(bounds.getMinX() * screen.getOutputScaleX() - place.x()) <= TOLERANCE_PIXELS
                && Math.abs(bounds.getMinY() * screen.getOutputScaleY() - place.y()) <= TOLERANCE_PIXELS
                && Math.abs(bounds.getWidth() * screen.getOutputScaleX() - place.width()) <= TOLERANCE_PIXELS;
    }
}
