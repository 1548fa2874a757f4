package org.candela.viewer.ui;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.candela.image.AffineMap;
import org.candela.image.ImagePoint;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.region.FoundRegion;
import org.candela.viewer.region.RegionMask;
import org.candela.viewer.region.RegionStroke;

/**
 * Draws regions over an image: outlines on dark ones, each with its own dashes and its name, so that no colour is needed to
 * tell them apart; masks filled as faintly as they cover. FX thread.
 */
final class RegionPainter {
    private static final Color SHADE = Color.rgb(0, 0, 0, 0.7);
    private static final double LINE = 1.4;
    private static final double SHADE_LINE = 3.2;
    private static final double MARGIN = 3;
    private static final int MOST = 255;

    private final Canvas canvas;
    private final ResolvedView view;
    private final double renderScale;
    private final Font font;

    RegionPainter(Canvas canvas, ResolvedView view, double renderScale, Font font) {
        this.canvas = canvas;
        this.view = view;
        this.renderScale = renderScale;
        this.font = font;
    }

    void paint(List<FoundRegion> regions, double opacity) {
        pen().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (opacity > 0) {
            regions.forEach(region -> region.mask().ifPresent(mask -> fill(mask, colour(region), opacity)));
        }
        regions.forEach(this::outline);
        regions.forEach(this::name);
    }

    private static Color colour(FoundRegion region) {
        int argb = region.name().argb();
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    /** Runs of pixels of one opacity, in the coordinates of the image: turns and mirrors follow by themselves. */
    private void fill(RegionMask mask, Color colour, double opacity) {
        AffineMap map = view.canvasToImage().inverse();
        GraphicsContext pen = pen();
        pen.save();
        pen.setTransform(
                map.xx() / renderScale,
                map.yx() / renderScale,
                map.xy() / renderScale,
                map.yy() / renderScale,
                (map.dx() + 0.5) / renderScale,
                (map.dy() + 0.5) / renderScale);
        for (int row = 0; row < mask.rows(); row++) {
            for (int from = 0; from < mask.columns(); ) {
                int value = mask.at(row, from);
                int to = from + 1;
                while (to < mask.columns() && mask.at(row, to) == value) {
                    to++;
                }
                if (value > 0) {
                    double share = opacity * value / MOST;
                    pen.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), share));
                    pen.fillRect(from - 0.5, row - 0.5, to - from, 1);
                }
                from = to;
            }
        }
        pen.restore();
    }

    private void outline(FoundRegion region) {
        for (List<ImagePoint> line : region.lines()) {
            pen().setLineDashes();
            stroke(line, SHADE, SHADE_LINE);
            pen().setLineDashes(RegionStroke.dashes(region.name()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            stroke(line, colour(region), LINE);
        }
        pen().setLineDashes();
    }

    private void stroke(List<ImagePoint> line, Color colour, double width) {
        pen().setStroke(colour);
        pen().setLineWidth(width);
        if (line.size() == 1) {
            CanvasPoint at = onNode(line.get(0));
            pen().strokeOval(at.x() - MARGIN, at.y() - MARGIN, 2 * MARGIN, 2 * MARGIN);
            return;
        }
        List<CanvasPoint> all = line.stream().map(this::onNode).toList();
        pen().strokePolyline(
                        all.stream().mapToDouble(CanvasPoint::x).toArray(),
                        all.stream().mapToDouble(CanvasPoint::y).toArray(),
                        all.size());
    }

    /** Above the highest point of the longest line, as it is seen. */
    private void name(FoundRegion region) {
        region.lines().stream()
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .flatMap(
                        line -> line.stream().map(this::onNode).min((one, other) -> Double.compare(one.y(), other.y())))
                .ifPresent(top -> name(region.name().name(), colour(region), top));
    }

    private void name(String text, Color colour, CanvasPoint at) {
        GraphicsContext pen = pen();
        pen.setFont(font);
        pen.setTextBaseline(VPos.BOTTOM);
        pen.setLineWidth(SHADE_LINE);
        pen.setStroke(SHADE);
        double y = Math.max(font.getSize() + MARGIN, at.y() - MARGIN);
        pen.strokeText(text, at.x(), y);
        pen.setFill(colour.interpolate(Color.WHITE, 0.5));
        pen.fillText(text, at.x(), y);
    }

    private CanvasPoint onNode(ImagePoint point) {
        CanvasPoint device = view.canvasPoint(point);
        return new CanvasPoint((device.x() + 0.5) / renderScale, (device.y() + 0.5) / renderScale);
    }

    private GraphicsContext pen() {
        return canvas.getGraphicsContext2D();
    }
}
