package org.candela.viewer.ui;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.candela.base.ScreenId;
import org.candela.ui.Messages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Tiles;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.jspecify.annotations.Nullable;

/**
 * One viewport on a monitor: the banner, and below it the picture with its overlay. FX thread.
 *
 * <p>The picture has exactly as many pixels as the monitor has under it; the toolkit never scales it.
 */
public final class ViewportView extends VBox {
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

    private final ReadingSession session;
    private final Place place;
    private final Viewport viewport;
    private final ScreenId screen;
    private final ViewServices services;
    private final ImageView picture = new ImageView();
    private final Pane stage = new Pane();
    /** The picture and what is drawn on it: all of the place, or the tile that is the focus. */
    private final Pane focus = new Pane();

    private final TilesView tiles;
    private final BannerView banner;
    private final OverlayView overlay;
    private final MarkField field;
    private final InstrumentViews instruments;
    private final RenderLoop loop;
    private CanvasPoint origin = new CanvasPoint(0, 0);
    private List<Integer> tiled = List.of();
    private final ViewportCaption caption;
    /** Whether words have been brought up to date in this turn. */
    private boolean areWordsNew;
    /** Another monitor, or another setting of this one; the size in units of the toolkit may stay what it was. */
    private final ObservableValue<Number> scaleOfWindow =
            sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::renderScaleXProperty);

    ViewportView(ReadingSession session, Place place, ScreenId screen, ViewServices services) {
        this.session = session;
        this.place = place;
        this.viewport = session.viewport(place);
        this.screen = screen;
        this.services = services;
        this.caption = new ViewportCaption(session, place);
        this.banner = new BannerView(caption);
        this.overlay = new OverlayView(session, viewport, caption);
        this.field = new MarkField(viewport, focus, Messages.of(ViewportView.class));
        this.tiles = new TilesView(
                viewport.tiles(), services, () -> services.displayLuts().lutFor(screen));
        this.instruments = new InstrumentViews(
                session, place, stage, services, () -> services.displayLuts().lutFor(screen));
        this.loop = new RenderLoop(services, this::show, viewport::notDrawn);
    }

    /** Builds the nodes and follows the session from now on. */
    ViewportView built() {
        setId(idOf(place));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("viewport");
        picture(null);
        picture.setManaged(false);
        picture.setSmooth(false);
        focus.setManaged(false);
        focus.getChildren().setAll(picture);
        focus.getChildren().addAll(overlay.drawn());
        focus.getChildren().addAll(instruments.loupe(() -> getScene() == null ? 0 : renderScale()), field.built());
        Region above = banner.built();
        Region over = overlay.built();
        stage.getChildren().setAll(tiles.built(), focus, tiles.frame(), over);
        stage.getChildren().addAll(instruments.built());
        stage.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> tiles.focusOn(onStage(event.getX(), event.getY())));
        viewport.seenBy(loop::isIdle);
        stage.getStyleClass().add("viewport-stage");
        stage.setMinSize(0, 0);
        stage.setCursor(Cursor.CROSSHAIR);
        VBox.setVgrow(stage, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(above, stage, new PlaceLetters(this, List.of(above, over)).built());
        stage.widthProperty().addListener(size -> resized());
        stage.heightProperty().addListener(size -> resized());
        sceneProperty().addListener(scene -> {
            resized();
            refresh();
        });
        scaleOfWindow.addListener((value, before, now) -> {
            resized();
            refresh();
        });
        new PointerInput(session, place, services.mouse(), this::canvasPoint).attach(stage);
        viewport.onChange(this::refresh);
        session.onChange(this::refresh);
        session.guides().onMove(this::refreshGuides);
        services.displayLuts().onChange(changed -> services.ui().execute(this::refresh));
        refresh();
        return this;
    }

    /** For a reader who hears the screen: whose image this is and which; asked for, never made in advance. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? String.join(", ", caption.series(), caption.position(), caption.patient(), caption.study())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** Lays a node over the image, always as large as that, below the banner. */
    void cover(Region node) {
        node.setManaged(false);
        stage.getChildren().add(node);
        stage.layoutBoundsProperty()
                .addListener((value, before, now) -> node.resizeRelocate(0, 0, now.getWidth(), now.getHeight()));
        node.resizeRelocate(0, 0, stage.getWidth(), stage.getHeight());
    }

    /** Whether what is on the screen is the newest state. */
    public boolean isUpToDate() {
        return loop.isIdle() && tiles.isUpToDate() && instruments.isUpToDate() && !viewport.isDecoding();
    }

    /** The place this view shows. */
    public Place place() {
        return place;
    }

    /** {@code viewport-left} and {@code viewport-right} are the first of the first two panels. */
    private static String idOf(Place place) {
        if (place.equals(Place.LEFT)) {
            return "viewport-left";
        }
        return place.equals(Place.RIGHT) ? "viewport-right" : "viewport-" + place.panel() + "-" + place.cell();
    }

    private void resized() {
        if (getScene() == null) {
            return; // whoever shows the viewport now says how large it is
        }
        double scale = renderScale();
        int width = (int) Math.round(stage.getWidth() * scale);
        int height = (int) Math.round(stage.getHeight() * scale);
        if (width > 0 && height > 0) {
            overlay.resize(stage.getWidth(), stage.getHeight());
            session.lightbox().standOn(place.panel(), services.pitches().apply(screen));
            placeFocus(new CanvasSize(width, height), scale);
        }
    }

    private void placeFocus(CanvasSize whole, double scale) {
        origin = tiles.arrange(whole, scale);
        double width = tiles.size().width() / scale;
        double height = tiles.size().height() / scale;
        focus.resizeRelocate(origin.x() / scale, origin.y() / scale, width, height);
        DevicePixels.show(picture, tiles.size(), scale);
        overlay.resizeDrawn(width, height);
        viewport.resize(tiles.size());
    }

    /** Words come with the picture they belong to: alone they would be presented first, a whole screen for themselves. */
    // [impl->req~viewer.words-with-their-image~1]
    private void refresh() {
        if (getScene() == null) {
            return; // of a place that is not seen; it is drawn when it comes back
        }
        if (!tiled.equals(tiledNow())) {
            tiled = tiledNow(); // first: what comes of it refreshes this again
            resized();
        }
        session.lightbox().standOn(place.panel(), services.pitches().apply(screen));
        areWordsNew = false;
        viewport.picture()
                .ifPresentOrElse(
                        shown -> loop.draw(shown, services.displayLuts().lutFor(screen)), this::blank);
        if (!areWordsNew && (loop.isIdle() || viewport.picture().isEmpty())) {
            refreshWords();
        }
    }

    private void show(Surface drawn) {
        picture(drawn.refreshed());
        refreshWords();
        if (loop.isIdle() && viewport.tiles().grid().cells() == 1) {
            viewport.next(
                    coming -> loop.drawAside(coming, services.displayLuts().lutFor(screen)));
        }
    }

    private void refreshWords() {
        areWordsNew = true;
        banner.refresh(session.active().equals(place));
        overlay.refresh(services.displayLuts().standing(screen), renderScale());
        field.refresh(renderScale());
        instruments.refresh(renderScale());
        overlay.refreshGuides(renderScale());
    }

    /** What decides where images lie in the place. */
    private List<Integer> tiledNow() {
        Tiles now = viewport.tiles();
        return List.of(now.grid().rows(), now.grid().columns(), now.focus(), now.first());
    }

    private void refreshGuides() {
        if (getScene() != null) {
            overlay.refreshGuides(renderScale());
        }
    }

    private void blank() {
        loop.forget();
        picture(null);
    }

    private void picture(@Nullable Image image) {
        picture.setImage(image);
        stage.pseudoClassStateChanged(
                BLANK, image == null || viewport.tiles().grid().cells() > 1);
    }

    /** Device pixel of the picture under a point of the stage. */
    private CanvasPoint canvasPoint(double x, double y) {
        CanvasPoint at = onStage(x, y);
        return new CanvasPoint(at.x() - origin.x(), at.y() - origin.y());
    }

    /** Device pixel under a point of the stage; pixel centres are whole numbers. */
    private CanvasPoint onStage(double x, double y) {
        double scale = renderScale();
        return new CanvasPoint(x * scale - 0.5, y * scale - 0.5);
    }

    private double renderScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }

    /** A label of one style class. */
    static Label label(String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
