package org.candela.viewer.document.ui;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.candela.base.Async;
import org.candela.image.RasterArgb;
import org.candela.viewer.document.Calliper;
import org.candela.viewer.document.CurveReading;
import org.candela.viewer.document.CurveSheet;
import org.candela.viewer.document.CurveView;
import org.candela.viewer.document.Documents;
import org.candela.viewer.picture.ScreenPitch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Curves on paper of millimetres, with the calliper over them. FX thread; sheets are drawn elsewhere. */
final class CurvePane {
    private static final Logger LOG = LoggerFactory.getLogger(CurvePane.class);
    /** Where the size of the screen is not known, a millimetre has so many pixels, and the foot says so. */
    private static final double UNKNOWN_PIXELS_PER_MM = 4;

    private final Documents documents;
    private final DocumentWords words;
    private final Executor ui;
    private final ImageView picture = new ImageView();
    private final Line first = line("calliper-first");
    private final Line second = line("calliper-second");
    private final Line between = line("calliper-between");
    private final Label span = DocumentCover.label("calliper-span", "calliper-span");
    private final Label statements = DocumentCover.label("curve-statements", "curve-statements");
    private final Pane sheet = new Pane(picture, between, first, second, span);
    private final BorderPane pane = new BorderPane(sheet);
    private Optional<ScreenPitch> pitch = Optional.empty();
    private @Nullable CurveReading reading;
    private @Nullable CurveView wanted;
    private @Nullable CurveView shown;
    private double pressed;
    private boolean hasFailed;

    CurvePane(Documents documents, DocumentWords words, Executor ui) {
        this.documents = documents;
        this.words = words;
        this.ui = ui;
        picture.setManaged(false);
        picture.setSmooth(false);
        picture.setId("document-curves");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(sheet.widthProperty());
        clip.heightProperty().bind(sheet.heightProperty());
        sheet.setClip(clip);
        sheet.setMinSize(0, 0);
        statements.setWrapText(true);
        StackPane top = new StackPane(statements);
        StackPane.setAlignment(statements, Pos.CENTER_LEFT);
        pane.setTop(top);
        sheet.widthProperty().addListener(size -> again());
        sheet.heightProperty().addListener(size -> again());
        sheet.setOnMousePressed(this::press);
        sheet.setOnMouseDragged(this::drag);
    }

    private static Line line(String id) {
        Line line = new Line();
        line.setId(id);
        line.setManaged(false);
        line.getStyleClass().add("calliper");
        return line;
    }

    Node refreshed(CurveReading open, Optional<ScreenPitch> screen) {
        if (!open.equals(reading)) {
            reading = open;
            wanted = null;
            shown = null;
            picture.setImage(null);
        }
        pitch = screen;
        statements.setText(String.join("   ·   ", open.statements()));
        statements.setMaxHeight(60);
        again();
        return pane;
    }

    /** Whether the sheet that is wanted is seen. */
    boolean isUpToDate() {
        return hasFailed || (shown != null && shown.equals(wanted));
    }

    boolean hasFailed() {
        return hasFailed;
    }

    private void again() {
        CurveReading open = reading;
        double scale = renderScale();
        int width = (int) Math.floor(sheet.getWidth() * scale);
        int height = (int) Math.floor(sheet.getHeight() * scale);
        if (open == null || width < 1 || height < 1) {
            return;
        }
        double pixelsPerMm =
                open.zoom() * pitch.map(known -> 1 / known.meanMm()).orElse(UNKNOWN_PIXELS_PER_MM);
        CurveView now = open.view(width, height, pixelsPerMm);
        if (!now.equals(wanted)) {
            wanted = now;
            hasFailed = false;
            var unused = open.draw(now, words.text("document.curve.no-unit"))
                    .whenCompleteAsync((drawn, failure) -> arrived(open, now, drawn, failure), ui);
        }
        placeCalliper(open, open.sheet(now), scale);
    }

    private void arrived(CurveReading open, CurveView asked, @Nullable RasterArgb drawn, @Nullable Throwable failure) {
        if (!open.equals(reading) || !asked.equals(wanted)) {
            return;
        }
        if (drawn == null) {
            hasFailed = true;
            picture.setImage(null);
            LOG.warn("curves not drawn", failure == null ? null : Async.causeOf(failure));
        } else {
            shown = asked;
            double scale = renderScale();
            picture.setImage(PagePane.image(drawn));
            picture.setFitWidth(drawn.width() / scale);
            picture.setFitHeight(drawn.height() / scale);
        }
        documents.changed();
    }

    private void placeCalliper(CurveReading open, CurveSheet on, double scale) {
        Optional<Calliper> calliper = open.calliper();
        boolean isSpan = open.span().isPresent();
        first.setVisible(calliper.isPresent());
        second.setVisible(isSpan);
        between.setVisible(isSpan);
        span.setVisible(isSpan);
        calliper.ifPresent(one -> {
            double middle = on.baseY(one.row()) / scale;
            double half = 28;
            stand(first, on.x(one.from()) / scale, middle, half);
            stand(second, on.x(one.to()) / scale, middle, half);
            between.setStartX(first.getStartX());
            between.setEndX(second.getStartX());
            between.setStartY(middle + half);
            between.setEndY(middle + half);
            open.span().ifPresent(spanned -> {
                span.setText(words.span(spanned));
                double width = span.prefWidth(-1);
                double x = Math.max(first.getStartX(), second.getStartX()) + 8;
                span.resizeRelocate(
                        Math.max(0, Math.min(x, sheet.getWidth() - width)),
                        Math.min(middle + half + 4, sheet.getHeight() - span.prefHeight(-1)),
                        width,
                        span.prefHeight(-1));
            });
        });
    }

    private static void stand(Line line, double x, double middle, double half) {
        line.setStartX(Math.round(x) + 0.5);
        line.setEndX(Math.round(x) + 0.5);
        line.setStartY(middle - half);
        line.setEndY(middle + half);
    }

    private void press(MouseEvent event) {
        pressed = event.getX();
        drag(event);
    }

    private void drag(MouseEvent event) {
        if (reading != null && wanted != null) {
            double scale = renderScale();
            CurveSheet on = reading.sheet(wanted);
            reading.measure(
                    on.rowAt(event.getY() * scale), on.seconds(pressed * scale), on.seconds(event.getX() * scale));
            documents.changed();
        }
    }

    private double renderScale() {
        return sheet.getScene() == null || sheet.getScene().getWindow() == null
                ? 1
                : sheet.getScene().getWindow().getRenderScaleX();
    }
}
