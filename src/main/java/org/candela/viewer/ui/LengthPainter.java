package org.candela.viewer.ui;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.candela.ui.Theme;
import org.candela.viewer.CanvasPoint;
import org.candela.viewer.MeasuringLayer.Measured;
import org.candela.viewer.ResolvedView;
import org.candela.viewer.Viewport;

/** Draws lengths and their values: a thin light line on a dark one, readable on bone and on air. FX thread. */
final class LengthPainter {
    private static final double TICK = 6;
    private static final double TEXT_GAP = 8;
    private static final Font FONT = Font.font(16);
    private static final Color SHADE = Color.rgb(0, 0, 0, 0.7);

    private final Canvas canvas;
    private final double renderScale;

    LengthPainter(Canvas canvas, double renderScale) {
        this.canvas = canvas;
        this.renderScale = renderScale;
    }

    void paint(Viewport viewport) {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        viewport.resolvedView()
                .ifPresent(view -> viewport.measuring().onScreen().forEach(measured -> paint(measured, view)));
    }

    private void paint(Measured measured, ResolvedView view) {
        CanvasPoint from = onNode(view.canvasPoint(measured.line().from()));
        CanvasPoint to = onNode(view.canvasPoint(measured.line().to()));
        stroke(from, to, SHADE, 4);
        stroke(from, to, Theme.ACCENT, 1.5);
        label(measured.length().text(), from.x() > to.x() ? from : to);
    }

    private void stroke(CanvasPoint from, CanvasPoint to, Color colour, double width) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
        double acrossX = -(to.y() - from.y()) / length * TICK;
        double acrossY = (to.x() - from.x()) / length * TICK;
        pen.setStroke(colour);
        pen.setLineWidth(width);
        pen.setLineCap(StrokeLineCap.ROUND);
        pen.strokeLine(from.x(), from.y(), to.x(), to.y());
        pen.strokeLine(from.x() - acrossX, from.y() - acrossY, from.x() + acrossX, from.y() + acrossY);
        pen.strokeLine(to.x() - acrossX, to.y() - acrossY, to.x() + acrossX, to.y() + acrossY);
    }

    private void label(String text, CanvasPoint end) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        Text measure = new Text(text);
        measure.setFont(FONT);
        double width = measure.getLayoutBounds().getWidth();
        double height = measure.getLayoutBounds().getHeight();
        double x = Math.max(0, Math.min(canvas.getWidth() - width - TEXT_GAP, end.x() + TEXT_GAP));
        double y = Math.max(height, Math.min(canvas.getHeight() - TEXT_GAP, end.y() - TEXT_GAP));
        pen.setFill(SHADE);
        pen.fillRoundRect(x - 4, y - height + 2, width + 8, height + 2, 6, 6);
        pen.setFill(Theme.TEXT);
        pen.setFont(FONT);
        pen.fillText(text, x, y - 2);
    }

    private CanvasPoint onNode(CanvasPoint devicePixel) {
        return new CanvasPoint((devicePixel.x() + 0.5) / renderScale, (devicePixel.y() + 0.5) / renderScale);
    }
}
