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
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.pattern.PatternImage;
import org.candela.calibration.pattern.PatternSize;
import org.candela.calibration.pattern.VisualResult.PixelMatch;
import org.candela.image.RasterArgb;
import org.candela.ui.Theme;

/**
 * The window over the display that is looked at: the pattern in device pixels from its upper left corner on, and below it a
 * strip of words. FX thread.
 */
final class PatternStage {
    private static final double TOLERANCE_PIXELS = 1;

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final ImageView picture = new ImageView();
    private final Pane root = new Pane();
    private final Screen screen;
    private final Place place;
    private final Region strip;
    /** Of the strip's height; decided once, so that the pattern keeps its size from question to question. */
    private int stripPixels;

    private PatternStage(Place place, Screen screen, Region strip) {
        this.place = place;
        this.screen = screen;
        this.strip = strip;
    }

    /** The window over the display at {@code place}, not yet shown; empty when the toolkit sees no display there. */
    static Optional<PatternStage> on(Place place, Region strip, Window owner) {
        return screenAt(place).map(screen -> {
            PatternStage made = new PatternStage(place, screen, strip);
            made.build(owner);
            return made;
        });
    }

    static Optional<Screen> screenAt(Place place) {
        return Screen.getScreens().stream()
                .filter(screen -> isAt(place, screen))
                .findFirst();
    }

    private void build(Window owner) {
        picture.setSmooth(false);
        picture.setManaged(false);
        picture.setId("visual-pattern");
        root.getChildren().setAll(picture, strip);
        root.getStyleClass().add("visual-stage");
        Scene scene = new Scene(root);
        scene.setCursor(Cursor.NONE);
        Theme.dressLike(owner, scene, PatternStage.class.getResource("visual.css"));
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        Rectangle2D bounds = screen.getBounds();
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    /** Shows the window, the strip as high as it wants to be, in whole pixels, at most half of it. */
    void open() {
        stage.show();
        root.applyCss();
        double wanted = strip.prefHeight(screen.getBounds().getWidth());
        stripPixels = (int) Math.min(place.height() / 2.0, Math.ceil(wanted * scale()));
        layStrip();
    }

    private void layStrip() {
        double width = screen.getBounds().getWidth();
        double height = stripPixels / scale();
        strip.resizeRelocate(0, screen.getBounds().getHeight() - height, width, height);
    }

    /** Pixels that are left for the pattern. */
    PatternSize size() {
        return new PatternSize(place.width(), place.height() - stripPixels);
    }

    /** Puts a drawn pattern on the screen, pixel by pixel: image scale times window scale is one (ADR 0332). */
    void show(RasterArgb raster) {
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(
                raster.width(), raster.height(), IntBuffer.wrap(raster.pixels()), PixelFormat.getIntArgbPreInstance());
        picture.setImage(new WritableImage(buffer));
        picture.setFitWidth(raster.width());
        picture.setFitHeight(raster.height());
        picture.getTransforms().setAll(new Scale(1 / scale(), 1 / scale()));
        layStrip();
    }

    /** How pixels of {@code image} lie on those of the display, as far as the window system tells. */
    PixelMatch match(PatternImage image) {
        boolean isMoved = Math.abs(stage.getX() - screen.getBounds().getMinX()) * scale() > 0
                || Math.abs(stage.getY() - screen.getBounds().getMinY()) * scale() > 0;
        boolean isScaled = stage.getRenderScaleX() != screen.getOutputScaleX()
                || stage.getRenderScaleX() != stage.getRenderScaleY();
        if (isMoved || isScaled || !isAt(place, screen)) {
            return PixelMatch.NOT_ONE_TO_ONE;
        }
        return image.isWhole() ? PixelMatch.EXACT : PixelMatch.CUT_OFF;
    }

    /** Device pixels to a unit. */
    double scale() {
        return stage.isShowing() ? stage.getRenderScaleX() : screen.getOutputScaleX();
    }

    Scene scene() {
        return stage.getScene();
    }

    void close() {
        stage.close();
    }

    private static boolean isAt(Place place, Screen screen) {
        Rectangle2D bounds = screen.getBounds();
        return Math.abs(bounds.getMinX() * screen.getOutputScaleX() - place.x()) <= TOLERANCE_PIXELS
                && Math.abs(bounds.getMinY() * screen.getOutputScaleY() - place.y()) <= TOLERANCE_PIXELS
                && Math.abs(bounds.getWidth() * screen.getOutputScaleX() - place.width()) <= TOLERANCE_PIXELS
                && Math.abs(bounds.getHeight() * screen.getOutputScaleY() - place.height()) <= TOLERANCE_PIXELS;
    }
}
