package org.candela.viewer.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.candela.image.DisplayLut;
import org.candela.ui.Messages;
import org.candela.ui.Theme;
import org.candela.viewer.Magnifier;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.Loupe;
import org.candela.viewer.picture.Picture;

/** The loupe over an image: what the one renderer draws through the table of the monitor, at device pixels. FX thread. */
final class MagnifierView {
    /** Units of the scene across: as large to the eye at any scale of the screen. */
    private static final int ACROSS = 321;

    private static final double EDGE = 1.5;

    private final Magnifier magnifier;
    private final Place place;
    private final Viewport viewport;
    private final Supplier<DisplayLut> lut;
    private final RenderLoop loop;
    private final ImageView lens = new ImageView();
    /** Marks as they lie in the loupe. */
    private final Canvas marks = new Canvas();

    private final MarkWords words = new MarkWords(Messages.of(MagnifierView.class));
    private final Label factor = ViewportView.label("magnifier-factor", "overlay-badge");
    private final Group group = new Group();

    /** @param lut the table of the monitor, asked at every picture */
    MagnifierView(
            Magnifier magnifier, Place place, Viewport viewport, Supplier<DisplayLut> lut, ViewServices services) {
        this.magnifier = magnifier;
        this.place = place;
        this.viewport = viewport;
        this.lut = lut;
        this.loop = new RenderLoop(
                services, surface -> lens.setImage(surface.refreshed()), failure -> group.setVisible(false));
    }

    /** The nodes, hidden while the loupe is put away. */
    Group built() {
        group.setManaged(false);
        group.setMouseTransparent(true);
        group.setVisible(false);
        group.setId("magnifier");
        lens.setSmooth(false);
        return group;
    }

    /** Whether what is seen through it is the newest state. */
    boolean isUpToDate() {
        return loop.isIdle();
    }

    void refresh(double renderScale) {
        Optional<CanvasPoint> at = magnifier.on(place);
        Optional<Picture> picture = viewport.picture();
        boolean isSeen = picture.isPresent()
                && at.filter(point -> isOn(point, picture.orElseThrow())).isPresent();
        group.setVisible(isSeen);
        if (!isSeen) {
            loop.forget();
            return;
        }
        CanvasPoint whole = new CanvasPoint(
                Math.rint(at.orElseThrow().x()), Math.rint(at.orElseThrow().y()));
        dress(renderScale);
        int across = across(renderScale);
        CanvasPoint corner = new CanvasPoint(whole.x() - (across - 1) / 2.0, whole.y() - (across - 1) / 2.0);
        group.setTranslateX(corner.x() / renderScale);
        group.setTranslateY(corner.y() / renderScale);
        Picture seen = magnifier.loupe().over(picture.orElseThrow(), whole, new CanvasSize(across, across));
        new MarkPainter(marks, renderScale, factor.getFont(), words).paintLines(viewport.measuring(), seen.view());
        loop.draw(seen, lut.get());
    }

    /** Over a tile beside the focus it has nothing to show. */
    private static boolean isOn(CanvasPoint at, Picture picture) {
        CanvasSize canvas = picture.view().canvas();
        return at.x() >= -1 && at.y() >= -1 && at.x() <= canvas.width() && at.y() <= canvas.height();
    }

    /** Device pixels across; odd, so that one pixel is the middle. */
    private static int across(double renderScale) {
        return 2 * (int) Math.round((ACROSS - 1) / 2.0 * renderScale) + 1;
    }

    private void dress(double renderScale) {
        int pixels = across(renderScale);
        double across = pixels / renderScale;
        DevicePixels.show(lens, new CanvasSize(pixels, pixels), renderScale);
        boolean isRound = magnifier.loupe().shape() == Loupe.Shape.ROUND;
        lens.setClip(outline(pixels, isRound)); // in the pixels of the lens
        marks.setWidth(across);
        marks.setHeight(across);
        marks.setClip(outline(across, isRound));
        Shape ring = outline(across, isRound);
        ring.setFill(Color.TRANSPARENT);
        ring.setStroke(Theme.TEXT);
        ring.setStrokeWidth(EDGE);
        factor.setText("\u00d7" + magnifier.loupe().factor());
        factor.relocate(across / 2 - 16, across - 32);
        group.getChildren().setAll(lens, marks, ring, factor);
    }

    private static Shape outline(double across, boolean isRound) {
        return isRound ? new Circle(across / 2, across / 2, across / 2) : new Rectangle(across, across);
    }
}
