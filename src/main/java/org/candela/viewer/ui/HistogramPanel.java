package org.candela.viewer.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.candela.measure.Figure;
import org.candela.measure.ValueCounts;
import org.candela.measure.ValueField;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.Theme;
import org.candela.viewer.Instruments;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.tool.HistogramChoice;
import org.candela.viewer.window.WindowEdges;
import org.jspecify.annotations.Nullable;

/**
 * How many pixels of the image, or of the selected region, have which value, with the edges of the window. Counted off the FX
 * thread; used on it.
 */
final class HistogramPanel {
    private static final double WIDTH = 380;
    private static final double HEIGHT = 150;
    private static final double FROM_RIGHT = 14;
    private static final double FROM_BOTTOM = 110;
    private static final int COLUMNS = 190;
    private static final double FINE = 20;
    private static final double TICK = 8;
    /** An edge so little beyond the values is drawn at their end. */
    private static final double REACH = 2;

    private static final Color BARS = Color.web("#8a93a0");

    private final HistogramChoice choice;
    private final Instruments instruments;
    private final Viewport viewport;
    private final Pane stage;
    private final Messages words;
    private final ViewServices services;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Label title = ViewportView.label("histogram-title", "overlay-text");
    private final Label range = ViewportView.label("histogram-range", "preset-help");
    private final VBox box = new VBox(title, canvas, range);
    private @Nullable Counted counted;
    private long asked;

    /** What was counted, or is being counted. */
    private record Of(ValueField field, Optional<Figure> region) {}

    private record Counted(Of of, Optional<ValueCounts> counts) {}

    HistogramPanel(Instruments instruments, Viewport viewport, Pane stage, Messages words, ViewServices services) {
        this.choice = instruments.histogram();
        this.instruments = instruments;
        this.viewport = viewport;
        this.stage = stage;
        this.words = words;
        this.services = services;
    }

    /** The nodes, hidden until the histogram is asked for. */
    VBox built() {
        box.setManaged(false);
        box.setVisible(false);
        box.setMouseTransparent(true);
        canvas.visibleProperty().bind(box.visibleProperty()); // none is laid over an image that nobody counts
        box.setId("histogram");
        box.getStyleClass().addAll("mark-box", "preset-box");
        return box;
    }

    /** @param isActive whether keys act on the image below */
    void refresh(boolean isActive) {
        Optional<ValueField> field = viewport.measuring().values();
        boolean isShown = choice.isShown() && isActive && field.isPresent();
        box.setVisible(isShown);
        if (isShown) {
            Of wanted = new Of(field.orElseThrow(), instruments.windows().selectedRegion());
            if (counted == null || !counted.of().equals(wanted)) {
                count(wanted);
            }
            paint();
        }
    }

    private void count(Of wanted) {
        counted = new Counted(wanted, Optional.empty());
        long mine = ++asked;
        var unused = CompletableFuture.supplyAsync(() -> counts(wanted), services.render())
                .whenCompleteAsync(
                        (found, failure) -> {
                            if (mine == asked && found != null) {
                                counted = new Counted(wanted, found);
                                paint();
                            }
                        },
                        services.ui());
    }

    private static Optional<ValueCounts> counts(Of wanted) {
        return wanted.region()
                .map(figure -> ValueCounts.within(figure, wanted.field()))
                .orElseGet(() -> ValueCounts.of(wanted.field()));
    }

    // [impl->req~viewer.histogram~1]
    private void paint() {
        Counted now = counted;
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        if (now == null || now.counts().isEmpty()) {
            title.setText(words.text("viewer.histogram.none"));
            range.setText("");
        } else {
            ValueCounts counts = now.counts().orElseThrow();
            title.setText(title(now, counts));
            range.setText(range(counts));
            bars(pen, counts);
            viewport.presentation().ifPresent(shown -> edges(pen, counts, shown));
        }
        double height = box.prefHeight(-1);
        double width = box.prefWidth(-1);
        box.resizeRelocate(
                stage.getWidth() - width - FROM_RIGHT, stage.getHeight() - height - FROM_BOTTOM, width, height);
    }

    private String title(Counted now, ValueCounts counts) {
        String of = now.of().region().isPresent() ? "viewer.histogram.region" : "viewer.histogram.image";
        String scale = choice.isLogarithmic() ? "viewer.histogram.log" : "viewer.histogram.linear";
        return words.text(of, String.valueOf(counts.total())) + "  \u00b7  " + words.text(scale);
    }

    private String range(ValueCounts counts) {
        String padding = counts.padding() == 0
                ? ""
                : "  \u00b7  " + words.text("viewer.quantity.PADDING_PIXELS", String.valueOf(counts.padding()));
        return words.text(
                        "viewer.histogram.range",
                        number(counts.minimum(), counts),
                        number(counts.maximum(), counts),
                        counts.unit())
                + viewport.presentation().map(shown -> window(counts, shown)).orElse("")
                + padding;
    }

    /** Also where an edge lies beyond the values, and so beyond the picture. */
    private String window(ValueCounts counts, DataPresentation shown) {
        WindowEdges edges = WindowEdges.of(shown.window());
        return "  \u00b7  "
                + words.text("viewer.histogram.window", number(edges.lower(), counts), number(edges.upper(), counts));
    }

    private void bars(GraphicsContext pen, ValueCounts counts) {
        long[] columns = counts.columns(COLUMNS);
        double most = height(Arrays.stream(columns).max().orElse(1));
        double step = WIDTH / columns.length;
        pen.setFill(BARS);
        for (int i = 0; i < columns.length; i++) {
            double height = HEIGHT * height(columns[i]) / most;
            pen.fillRect(i * step, HEIGHT - height, Math.max(1, step - 0.5), height);
        }
    }

    /** A single pixel is seen on the logarithmic scale too. */
    private double height(long count) {
        return choice.isLogarithmic() ? Math.log1p((double) count) : (double) count;
    }

    private void edges(GraphicsContext pen, ValueCounts counts, DataPresentation shown) {
        WindowEdges window = WindowEdges.of(shown.window());
        double span = Math.max(Double.MIN_NORMAL, counts.maximum() - counts.minimum());
        pen.setStroke(Theme.ACCENT);
        pen.setFill(Theme.TEXT);
        pen.setLineWidth(1.5);
        for (double edge : List.of(window.lower(), window.upper())) {
            double x = (edge - counts.minimum()) / span * WIDTH;
            if (x >= -REACH && x <= WIDTH + REACH) {
                double on = Math.max(1, Math.min(WIDTH - 1, x));
                pen.strokeLine(on, 0, on, HEIGHT);
                pen.strokeLine(on - TICK / 2, 1, on + TICK / 2, 1);
                double beside = x + TICK > WIDTH - 60 ? x - 60 : x + TICK / 2;
                pen.fillText(number(edge, counts), beside, 14);
            }
        }
    }

    private static String number(double value, ValueCounts counts) {
        int decimals = counts.maximum() - counts.minimum() < FINE ? 2 : 0;
        return Formats.number(value, decimals).replace("-", "\u2212");
    }
}
