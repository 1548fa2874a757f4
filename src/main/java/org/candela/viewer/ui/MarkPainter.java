package org.candela.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import org.candela.image.ImagePoint;
import org.candela.measure.FigureKind;
import org.candela.measure.Strokes;
import org.candela.measure.Strokes.Stroke;
import org.candela.measure.Strokes.Style;
import org.candela.ui.Theme;
import org.candela.viewer.MarkHand;
import org.candela.viewer.MeasuringLayer;
import org.candela.viewer.MeasuringLayer.Drawn;
import org.candela.viewer.MeasuringLayer.Role;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;

/**
 * Draws marks and what they measure: a thin light line on a dark one, readable on bone and on air. What is selected has
 * square handles, what is not finished is dashed, so that nothing is told by colour alone. FX thread.
 */
final class MarkPainter {
    private static final double DARK_WIDTH = 4;
    private static final double LIGHT_WIDTH = 1.5;
    private static final double TICK = 6;
    private static final double ARROW_HEAD = 13;
    private static final double HANDLE = 4;
    private static final double POINT = 7;
    private static final double CROSSHAIR_GAP = 6;
    private static final double STEP = 6;
    private static final int MOST_STEPS = 500;
    private static final double[] DASHES = {5, 5};
    private static final Color SHADE = Color.rgb(0, 0, 0, 0.7);

    private final Canvas canvas;
    private final double renderScale;
    private final Font font;
    private final MarkWords words;

    MarkPainter(Canvas canvas, double renderScale, Font font, MarkWords words) {
        this.canvas = canvas;
        this.renderScale = renderScale;
        this.font = font;
        this.words = words;
    }

    void paint(Viewport viewport) {
        MeasuringLayer layer = viewport.measuring();
        boolean isEmpty = layer.onScreen().isEmpty()
                && layer.pen().points().isEmpty()
                && layer.pen().crosshair().isEmpty();
        canvas.setVisible(!isEmpty); // an empty canvas would still be cleared, and laid over every new image
        if (isEmpty) {
            layer.hand().labelsAre(List.of());
            return;
        }
        pen().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        viewport.resolvedView().ifPresent(view -> {
            List<Drawn> drawn = layer.onScreen();
            drawn.forEach(one -> lines(one, view));
            List<MarkHand.Label> placed = new ArrayList<>();
            List<CanvasPoint> covered =
                    drawn.stream().flatMap(one -> along(one, view)).toList();
            MarkLabels labels = new MarkLabels(canvas, font, covered);
            drawn.forEach(one -> label(one, view, labels).ifPresent(placed::add));
            layer.hand().labelsAre(placed);
            layer.pen().points().forEach(point -> handle(onNode(view.canvasPoint(point))));
            layer.pen().crosshair().ifPresent(at -> crosshair(onNode(at)));
        });
    }

    /** Draws the lines of marks alone on another view of the same image; words would cover what is looked at through it. */
    // [impl->req~viewer.magnifier~1]
    void paintLines(MeasuringLayer layer, ResolvedView view) {
        pen().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        List<Drawn> drawn = layer.onScreen();
        boolean isEmpty = drawn.isEmpty() && layer.pen().points().isEmpty();
        canvas.setVisible(!isEmpty);
        drawn.forEach(one -> lines(one, view));
        layer.pen().points().forEach(point -> handle(onNode(view.canvasPoint(point))));
    }

    private void lines(Drawn drawn, ResolvedView view) {
        double aspect = view.aspect();
        List<Stroke> strokes = Strokes.of(drawn.figure(), aspect);
        for (boolean isDark : new boolean[] {true, false}) {
            strokes.forEach(stroke -> stroke(stroke, drawn.role(), view, isDark));
            if (drawn.figure().kind() == FigureKind.PROBE) {
                cross(onNode(view.canvasPoint(drawn.figure().points().get(0))), isDark);
            }
        }
        if (drawn.role() == Role.SELECTED) {
            drawn.figure()
                    .handles()
                    .forEach(index -> handle(
                            onNode(view.canvasPoint(drawn.figure().points().get(index)))));
        }
    }

    private void stroke(Stroke stroke, Role role, ResolvedView view, boolean isDark) {
        List<CanvasPoint> points = stroke.points().stream()
                .map(point -> onNode(view.canvasPoint(point)))
                .toList();
        ink(isDark);
        boolean isDashed = !isDark && (role == Role.DRAFT || stroke.style() == Style.GUIDE);
        if (isDashed) {
            pen().setLineDashes(DASHES);
        }
        pen().strokePolyline(
                        points.stream().mapToDouble(CanvasPoint::x).toArray(),
                        points.stream().mapToDouble(CanvasPoint::y).toArray(),
                        points.size());
        pen().setLineDashes((double[]) null);
        CanvasPoint last = points.get(points.size() - 1);
        if (stroke.style() == Style.TICKED) {
            tick(points.get(0), last);
            tick(last, points.get(0));
        } else if (stroke.style() == Style.ARROW) {
            head(points.get(0), last);
        }
    }

    private void ink(boolean isDark) {
        pen().setStroke(isDark ? SHADE : Theme.ACCENT);
        pen().setLineWidth(isDark ? DARK_WIDTH : LIGHT_WIDTH);
        pen().setLineCap(StrokeLineCap.ROUND);
    }

    /** A short line across the end of another. */
    private void tick(CanvasPoint end, CanvasPoint from) {
        double length = Math.max(1, Math.hypot(end.x() - from.x(), end.y() - from.y()));
        double acrossX = -(end.y() - from.y()) / length * TICK;
        double acrossY = (end.x() - from.x()) / length * TICK;
        pen().strokeLine(end.x() - acrossX, end.y() - acrossY, end.x() + acrossX, end.y() + acrossY);
    }

    private void head(CanvasPoint from, CanvasPoint tip) {
        double angle = Math.atan2(tip.y() - from.y(), tip.x() - from.x());
        for (double side : new double[] {angle + Math.PI * 5 / 6, angle - Math.PI * 5 / 6}) {
            pen().strokeLine(
                            tip.x(),
                            tip.y(),
                            tip.x() + ARROW_HEAD * Math.cos(side),
                            tip.y() + ARROW_HEAD * Math.sin(side));
        }
    }

    private void cross(CanvasPoint at, boolean isDark) {
        ink(isDark);
        pen().strokeLine(at.x() - POINT, at.y(), at.x() - 2, at.y());
        pen().strokeLine(at.x() + 2, at.y(), at.x() + POINT, at.y());
        pen().strokeLine(at.x(), at.y() - POINT, at.x(), at.y() - 2);
        pen().strokeLine(at.x(), at.y() + 2, at.x(), at.y() + POINT);
    }

    private void handle(CanvasPoint at) {
        pen().setFill(SHADE);
        pen().fillRect(at.x() - HANDLE - 1, at.y() - HANDLE - 1, 2 * HANDLE + 2, 2 * HANDLE + 2);
        pen().setStroke(Theme.TEXT);
        pen().setLineWidth(LIGHT_WIDTH);
        pen().strokeRect(at.x() - HANDLE, at.y() - HANDLE, 2 * HANDLE, 2 * HANDLE);
    }

    /** Long enough to be found at once, open in the middle so that what is pointed at stays in sight. */
    private void crosshair(CanvasPoint at) {
        for (boolean isDark : new boolean[] {true, false}) {
            ink(isDark);
            pen().strokeLine(0, at.y(), at.x() - CROSSHAIR_GAP, at.y());
            pen().strokeLine(at.x() + CROSSHAIR_GAP, at.y(), canvas.getWidth(), at.y());
            pen().strokeLine(at.x(), 0, at.x(), at.y() - CROSSHAIR_GAP);
            pen().strokeLine(at.x(), at.y() + CROSSHAIR_GAP, at.x(), canvas.getHeight());
        }
    }

    private Optional<MarkHand.Label> label(Drawn drawn, ResolvedView view, MarkLabels labels) {
        List<String> lines = words.lines(drawn);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Rectangle2D box = labels.paint(lines, outline(drawn, view), shift(drawn, view));
        return drawn.mark()
                .map(mark -> new MarkHand.Label(
                        mark.id(),
                        new CanvasPoint(box.getMinX() * renderScale, box.getMinY() * renderScale),
                        box.getWidth() * renderScale,
                        box.getHeight() * renderScale));
    }

    private List<CanvasPoint> outline(Drawn drawn, ResolvedView view) {
        List<ImagePoint> points = new ArrayList<>(drawn.figure().points());
        Strokes.of(drawn.figure(), view.aspect()).forEach(stroke -> points.addAll(stroke.points()));
        return points.stream().map(point -> onNode(view.canvasPoint(point))).toList();
    }

    /** Points along the lines of a mark, some pixels apart. */
    private Stream<CanvasPoint> along(Drawn drawn, ResolvedView view) {
        return Strokes.of(drawn.figure(), view.aspect()).stream().flatMap(stroke -> {
            List<CanvasPoint> points = stroke.points().stream()
                    .map(point -> onNode(view.canvasPoint(point)))
                    .toList();
            return IntStream.range(1, points.size()).boxed().flatMap(i -> between(points.get(i - 1), points.get(i)));
        });
    }

    private static Stream<CanvasPoint> between(CanvasPoint from, CanvasPoint to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        int steps = (int) Math.min(MOST_STEPS, Math.max(1, length / STEP));
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> new CanvasPoint(
                        from.x() + (to.x() - from.x()) * i / steps, from.y() + (to.y() - from.y()) * i / steps));
    }

    private CanvasPoint shift(Drawn drawn, ResolvedView view) {
        CanvasPoint origin = onNode(view.canvasPoint(new ImagePoint(0, 0)));
        CanvasPoint moved = onNode(view.canvasPoint(drawn.labelShift()));
        return new CanvasPoint(moved.x() - origin.x(), moved.y() - origin.y());
    }

    private GraphicsContext pen() {
        return canvas.getGraphicsContext2D();
    }

    private CanvasPoint onNode(CanvasPoint devicePixel) {
        return devicePixel.onNode(renderScale);
    }
}
