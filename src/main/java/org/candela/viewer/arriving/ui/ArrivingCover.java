package org.candela.viewer.arriving.ui;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.candela.base.ScreenId;
import org.candela.image.DisplayLut;
import org.candela.image.OrientationMarks;
import org.candela.image.RasterArgb;
import org.candela.study.ArrivingFrame;
import org.candela.study.LoadedFrame;
import org.candela.study.StudyIdentity;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.arriving.Arrivals;
import org.candela.viewer.arriving.Arrivals.Seen;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.ImageFacts;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.ui.DevicePixels;
import org.candela.viewer.ui.PlaceCover;
import org.candela.viewer.ui.ViewServices;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The image that is coming, as large as its place, through the table of its monitor; with whose it is, which way it lies, and
 * that it is coarse. Not there while none is coming. FX thread; drawn on the render thread.
 */
// [impl->req~viewer.arriving~1]
public final class ArrivingCover extends StackPane {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivingCover.class);

    private final Arrivals arrivals;
    private final ScreenId screen;
    private final ViewServices services;
    private final Messages words = Messages.of(ArrivingCover.class);
    private final ImageView picture = new ImageView();
    private final Label identity = label("arriving-identity", Pos.TOP_LEFT);
    private final Label caution = label("arriving-caution", Pos.BOTTOM_CENTER);
    private final Label left = label("arriving-left", Pos.CENTER_LEFT);
    private final Label right = label("arriving-right", Pos.CENTER_RIGHT);
    private final Label top = label("arriving-top", Pos.TOP_CENTER);
    private final Label notes = label("arriving-notes", Pos.TOP_RIGHT);
    private @Nullable Drawn drawn;
    private boolean isDrawing;

    /** What the picture on the screen was drawn of. */
    private record Drawn(LoadedFrame frame, CanvasSize size, DisplayLut lut) {}

    private ArrivingCover(Arrivals arrivals, ScreenId screen, ViewServices services) {
        this.arrivals = arrivals;
        this.screen = screen;
        this.services = services;
    }

    /** Covers of the first place, on whatever monitor it stands. */
    public static PlaceCover over(Arrivals arrivals, ViewServices services) {
        return (place, screen) -> place.equals(Place.LEFT)
                ? Optional.of(new ArrivingCover(arrivals, screen, services).built())
                : Optional.empty();
    }

    private ArrivingCover built() {
        getStylesheets().add(String.valueOf(ArrivingCover.class.getResource("arriving.css")));
        setId("arriving");
        getStyleClass().add("arriving");
        picture.setManaged(false);
        picture.setSmooth(false);
        caution.getStyleClass().add("arriving-caution");
        getChildren().setAll(picture, identity, notes, left, right, top, caution);
        addEventHandler(MouseEvent.ANY, event -> event.consume()); // the place below must not be dragged
        arrivals.onChange(this::refresh);
        sceneProperty().addListener(scene -> refresh());
        widthProperty().addListener(width -> refresh());
        heightProperty().addListener(height -> refresh());
        services.displayLuts().onChange(changed -> services.ui().execute(this::refresh));
        refresh();
        return this;
    }

    private static Label label(String id, Pos where) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("arriving-word");
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        StackPane.setAlignment(label, where);
        return label;
    }

    private void refresh() {
        Optional<Seen> seen = arrivals.now();
        // A place has a view for every monitor it ever stood on; only the one that is seen draws.
        setVisible(getScene() != null && seen.isPresent());
        if (!isVisible()) {
            picture.setImage(null);
            drawn = null;
            return;
        }
        say(seen.orElseThrow());
        draw(seen.orElseThrow().frame().coarse());
    }

    private void say(Seen seen) {
        StudyIdentity of = seen.frame().identity();
        identity.setText(joined(
                "\n",
                Formats.personName(of.patient().name()),
                of.patient().id(),
                of.patient()
                        .birthDate()
                        .map(date -> words.text("arriving.born", Formats.date(date)))
                        .orElse(""),
                of.dateTime().map(moment -> Formats.date(moment.toLocalDate())).orElse(""),
                of.description()));
        caution.setText(words.text("arriving." + seen.standing(), amount(seen.frame())));
        LoadedFrame coarse = seen.frame().coarse();
        ImageFacts facts = ImageFacts.of(coarse);
        notes.setText(joined(
                "\n",
                facts.laterality().orElse(""),
                facts.view().orElse(""),
                facts.isLossy() ? words.text("arriving.lossy") : "",
                String.join("\n", facts.warnings()),
                services.displayLuts().standing(screen).text()));
        OrientationMarks edges = edges(coarse);
        left.setText(edges.left());
        right.setText(edges.right());
        top.setText(edges.top());
    }

    private static String joined(String by, String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(by));
    }

    private static OrientationMarks edges(LoadedFrame loaded) {
        var place = loaded.description().place();
        return ViewState.FIT.marks(place.plane()
                .map(OrientationMarks::of)
                .orElseGet(() -> OrientationMarks.of(place.patientOrientation())));
    }

    private String amount(ArrivingFrame frame) {
        return frame.percent().isPresent()
                ? words.text("arriving.percent", String.valueOf(frame.percent().orElseThrow()))
                : Formats.bytes(frame.bytes());
    }

    /** One at a time; what came meanwhile is drawn after it. */
    private void draw(LoadedFrame coarse) {
        Drawn wanted = new Drawn(coarse, canvas(), services.displayLuts().lutFor(screen));
        if (isDrawing || wanted.equals(drawn)) {
            return;
        }
        isDrawing = true;
        drawn = wanted;
        var unused = CompletableFuture.supplyAsync(() -> rendered(wanted), services.render())
                .whenCompleteAsync((raster, failure) -> show(raster, failure), services.ui());
    }

    private CanvasSize canvas() {
        double scale = renderScale();
        return new CanvasSize((int) Math.max(1, getWidth() * scale), (int) Math.max(1, getHeight() * scale));
    }

    private double renderScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    private RasterArgb rendered(Drawn wanted) {
        CanvasSize size = wanted.size();
        ResolvedView view = ResolvedView.of(wanted.frame(), ViewState.FIT, size);
        RasterArgb raster = RasterArgb.ofSize(size.width(), size.height());
        services.renderer()
                .render(
                        new Picture(wanted.frame(), DataPresentation.initial(wanted.frame()), view, OverlayInk.NONE),
                        wanted.lut(),
                        raster);
        return raster;
    }

    private void show(@Nullable RasterArgb raster, @Nullable Throwable failure) {
        isDrawing = false;
        if (raster == null) {
            LOG.error("an image that is coming could not be drawn [viewer.not-drawn]", failure);
            picture.setImage(null);
        } else if (isVisible()) {
            PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                    raster.width(),
                    raster.height(),
                    IntBuffer.wrap(raster.pixels()),
                    PixelFormat.getIntArgbPreInstance());
            picture.setImage(new WritableImage(pixels));
            DevicePixels.show(picture, new CanvasSize(raster.width(), raster.height()), renderScale());
        }
        arrivals.now()
                .filter(seen -> isVisible())
                .ifPresent(seen -> draw(seen.frame().coarse()));
    }
}
