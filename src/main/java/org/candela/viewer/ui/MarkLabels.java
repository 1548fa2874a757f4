package org.candela.viewer.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.candela.ui.Theme;
import org.candela.viewer.picture.CanvasPoint;

/**
 * Writes labels beside figures: on the first side where one covers neither its figure nor another label nor the edge of the
 * image, or where the reader moved it, then tied to its figure by a dotted line. FX thread.
 */
final class MarkLabels {
    private static final double GAP = 10;
    private static final double PADDING = 4;
    private static final double TIED_FROM = 30;
    private static final long WORSE_THAN_A_LINE = 1000;
    private static final double[] DOTS = {1, 5};
    private static final Color SHADE = Color.rgb(0, 0, 0, 0.8);

    private final Canvas canvas;
    private final Font font;
    private final List<CanvasPoint> drawn;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** Labels on {@code canvas}, where lines are drawn through {@code drawn}, points at most some pixels apart. */
    MarkLabels(Canvas canvas, Font font, List<CanvasPoint> drawn) {
        this.canvas = canvas;
        this.font = font;
        this.drawn = List.copyOf(drawn);
    }

    /** Writes {@code lines} beside a figure that is drawn through {@code points}; the box they fill. */
    Rectangle2D paint(List<String> lines, List<CanvasPoint> points, CanvasPoint shift) {
        Text measure = new Text(String.join("\n", lines));
        measure.setFont(font);
        double width = Math.ceil(measure.getLayoutBounds().getWidth()) + 2 * PADDING;
        double height = Math.ceil(measure.getLayoutBounds().getHeight()) + 2 * PADDING;
        Rectangle2D standard = free(bounds(points), width, height);
        Rectangle2D box = held(standard.getMinX() + shift.x(), standard.getMinY() + shift.y(), width, height);
        taken.add(box);
        if (Math.hypot(shift.x(), shift.y()) > 1) {
            tie(box, points);
        }
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(SHADE);
        pen.fillRoundRect(box.getMinX(), box.getMinY(), width, height, 6, 6);
        pen.setFill(Theme.TEXT);
        pen.setFont(font);
        pen.fillText(measure.getText(), box.getMinX() + PADDING, box.getMinY() + PADDING + measure.getBaselineOffset());
        return box;
    }

    /** Of the places around a figure the first that covers least: no label, then no line, of this or another mark. */
    private Rectangle2D free(Rectangle2D figure, double width, double height) {
        double middleX = (figure.getMinX() + figure.getMaxX() - width) / 2;
        double middleY = (figure.getMinY() + figure.getMaxY() - height) / 2;
        double left = figure.getMinX() - GAP - width;
        double right = figure.getMaxX() + GAP;
        double above = figure.getMinY() - GAP - height;
        double below = figure.getMaxY() + GAP;
        return Stream.of(
                        held(right, middleY, width, height),
                        held(left, middleY, width, height),
                        held(middleX, below, width, height),
                        held(middleX, above, width, height),
                        held(right, below, width, height),
                        held(right, above, width, height),
                        held(left, below, width, height),
                        held(left, above, width, height))
                .min(Comparator.comparingLong(this::covered))
                .orElseThrow();
    }

    private long covered(Rectangle2D box) {
        long labels = taken.stream().filter(box::intersects).count();
        long lines = drawn.stream()
                .filter(point -> box.contains(point.x(), point.y()))
                .count();
        return labels * WORSE_THAN_A_LINE + lines;
    }

    /** Within the canvas. */
    private Rectangle2D held(double x, double y, double width, double height) {
        double heldX = Math.max(0, Math.min(canvas.getWidth() - width, x));
        double heldY = Math.max(0, Math.min(canvas.getHeight() - height, y));
        return new Rectangle2D(clean(heldX), clean(heldY), width, height);
    }

    /** Text that stands on whole pixels is sharp. */
    private static double clean(double value) {
        return Math.rint(value);
    }

    private static Rectangle2D bounds(List<CanvasPoint> points) {
        double left = points.stream().mapToDouble(CanvasPoint::x).min().orElse(0);
        double right = points.stream().mapToDouble(CanvasPoint::x).max().orElse(0);
        double top = points.stream().mapToDouble(CanvasPoint::y).min().orElse(0);
        double bottom = points.stream().mapToDouble(CanvasPoint::y).max().orElse(0);
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    private void tie(Rectangle2D box, List<CanvasPoint> points) {
        CanvasPoint corner = new CanvasPoint(box.getMinX() + box.getWidth() / 2, box.getMinY() + box.getHeight() / 2);
        CanvasPoint nearest = points.stream()
                .min((one, other) -> Double.compare(distance(one, corner), distance(other, corner)))
                .orElse(corner);
        double edge = Math.hypot(box.getWidth(), box.getHeight()) / 2;
        if (distance(nearest, corner) > edge + TIED_FROM) {
            GraphicsContext pen = canvas.getGraphicsContext2D();
            pen.setLineWidth(1.5);
            pen.setStroke(Theme.TEXT);
            pen.setLineDashes(DOTS);
            pen.strokeLine(corner.x(), corner.y(), nearest.x(), nearest.y());
            pen.setLineDashes((double[]) null);
        }
    }

    private static double distance(CanvasPoint one, CanvasPoint other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
