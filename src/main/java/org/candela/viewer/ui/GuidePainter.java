package org.candela.viewer.ui;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.candela.image.ImagePoint;
import org.candela.ui.Theme;
import org.candela.viewer.Guides;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;

/** Draws where other images and a point in space lie: broken thin lines that no anatomy looks like. FX thread. */
final class GuidePainter {
    private static final Color SHADE = Color.rgb(0, 0, 0, 0.6);
    private static final double ARM = 14;
    private static final double GAP = 4;

    private final Canvas canvas;

    GuidePainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(Guides.Drawn drawn, ResolvedView view, double renderScale) {
        drawn.lines()
                .forEach(line -> dashed(onNode(view, line.from(), renderScale), onNode(view, line.to(), renderScale)));
        drawn.crosses().forEach(point -> cross(onNode(view, point, renderScale)));
    }

    private void dashed(CanvasPoint from, CanvasPoint to) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setLineDashes();
        stroke(from, to, SHADE, 3);
        pen.setLineDashes(10, 6);
        stroke(from, to, Theme.ACCENT, 1.2);
        pen.setLineDashes();
    }

    /** Open in the middle, so that what is pointed at is seen. */
    private void cross(CanvasPoint at) {
        for (int side = -1; side <= 1; side += 2) {
            arm(at, side, 0);
            arm(at, 0, side);
        }
    }

    private void arm(CanvasPoint at, int x, int y) {
        CanvasPoint inner = new CanvasPoint(at.x() + x * GAP, at.y() + y * GAP);
        CanvasPoint outer = new CanvasPoint(at.x() + x * ARM, at.y() + y * ARM);
        stroke(inner, outer, SHADE, 4);
        stroke(inner, outer, Theme.ACCENT, 1.6);
    }

    private void stroke(CanvasPoint from, CanvasPoint to, Color colour, double width) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setStroke(colour);
        pen.setLineWidth(width);
        pen.strokeLine(from.x(), from.y(), to.x(), to.y());
    }

    private static CanvasPoint onNode(ResolvedView view, ImagePoint point, double renderScale) {
        return view.canvasPoint(point).onNode(renderScale);
    }
}
