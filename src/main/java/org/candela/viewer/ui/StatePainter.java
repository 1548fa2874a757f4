package org.candela.viewer.ui;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.candela.image.ImagePoint;
import org.candela.ui.Theme;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.state.StateGraphics;

/**
 * Draws what a presentation state says of an image: plain lines on dark ones, texts on a dark ground, whatever colours the
 * state recommends. FX thread.
 */
final class StatePainter {
    private static final Color SHADE = Color.rgb(0, 0, 0, 0.7);
    private static final double PADDING = 3;
    private static final double ARM = 5;

    private final Canvas canvas;
    private final ResolvedView view;
    private final double renderScale;
    private final Font font;

    StatePainter(Canvas canvas, ResolvedView view, double renderScale, Font font) {
        this.canvas = canvas;
        this.view = view;
        this.renderScale = renderScale;
        this.font = font;
    }

    void paint(StateGraphics graphics) {
        pen().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (boolean isDark : new boolean[] {true, false}) {
            pen().setStroke(isDark ? SHADE : Theme.AMBER);
            pen().setLineWidth(isDark ? 3.5 : 1.4);
            graphics.lines().forEach(line -> line(line.points()));
            graphics.texts().forEach(this::leader);
        }
        graphics.texts().forEach(this::text);
    }

    private void line(List<ImagePoint> points) {
        if (points.size() == 1) {
            CanvasPoint at = onNode(points.get(0));
            pen().strokeLine(at.x() - ARM, at.y(), at.x() + ARM, at.y());
            pen().strokeLine(at.x(), at.y() - ARM, at.x(), at.y() + ARM);
            return;
        }
        List<CanvasPoint> all = points.stream().map(this::onNode).toList();
        pen().strokePolyline(
                        all.stream().mapToDouble(CanvasPoint::x).toArray(),
                        all.stream().mapToDouble(CanvasPoint::y).toArray(),
                        all.size());
    }

    private void leader(StateGraphics.Text text) {
        text.pointsAt().map(this::onNode).ifPresent(to -> {
            CanvasPoint from = corner(text);
            pen().strokeLine(from.x(), from.y(), to.x(), to.y());
        });
    }

    private void text(StateGraphics.Text text) {
        Text measure = new Text(text.text());
        measure.setFont(font);
        double width = measure.getLayoutBounds().getWidth() + 2 * PADDING;
        double height = measure.getLayoutBounds().getHeight() + 2 * PADDING;
        CanvasPoint corner = corner(text);
        double x = Math.rint(Math.max(0, Math.min(canvas.getWidth() - width, corner.x())));
        double y = Math.rint(Math.max(0, Math.min(canvas.getHeight() - height, corner.y())));
        pen().setFill(SHADE);
        pen().fillRoundRect(x, y, width, height, 6, 6);
        pen().setFill(Theme.AMBER);
        pen().setFont(font);
        pen().fillText(text.text(), x + PADDING, y + PADDING + measure.getBaselineOffset());
    }

    /** The upper left of the box as it is seen: texts do not turn with the image. */
    private CanvasPoint corner(StateGraphics.Text text) {
        List<CanvasPoint> corners = text.box().stream().map(this::onNode).toList();
        return new CanvasPoint(
                corners.stream().mapToDouble(CanvasPoint::x).min().orElse(0),
                corners.stream().mapToDouble(CanvasPoint::y).min().orElse(0));
    }

    private CanvasPoint onNode(ImagePoint point) {
        return view.canvasPoint(point).onNode(renderScale);
    }

    private GraphicsContext pen() {
        return canvas.getGraphicsContext2D();
    }
}
