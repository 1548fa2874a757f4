package org.candela.viewer.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.candela.image.OrientationMarks;
import org.candela.image.RasterArgb;
import org.candela.measure.FigureKind;
import org.candela.measure.Strokes;
import org.candela.measure.Strokes.Stroke;
import org.candela.measure.Strokes.Style;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;

/** Burns marks and words into a picture: light on dark, readable on bone and on air. One thread. */
// [impl->req~export.burned~1]
final class Ink {
    private static final int LEAST_FONT = 11;
    private static final int LINES_A_PICTURE = 40;
    private static final Color LIGHT = new Color(0xE6E6E6);
    private static final Color DARK = new Color(0, 0, 0, 180);

    private final BufferedImage image;
    private final Graphics2D pen;
    private final float unit;

    private Ink(BufferedImage image) {
        this.image = image;
        this.pen = image.createGraphics();
        int font = Math.max(LEAST_FONT, Math.min(image.getWidth(), image.getHeight()) / LINES_A_PICTURE);
        this.unit = font / (float) LEAST_FONT;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, font));
    }

    static Ink on(RasterArgb raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, raster.width(), raster.height(), raster.pixels(), 0, raster.width());
        return new Ink(image);
    }

    /** The picture with all that was burned in. */
    RasterArgb dried() {
        pen.dispose();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new RasterArgb(image.getWidth(), image.getHeight(), pixels);
    }

    /** Halved again and again, so that thin letters do not get lost between pixels. */
    static RasterArgb shrunk(RasterArgb raster, double scale) {
        BufferedImage now = on(raster).image;
        for (double left = scale; left < 1; ) {
            double step = Math.max(left, 0.5);
            int width = (int) Math.max(1, Math.round(now.getWidth() * step));
            int height = (int) Math.max(1, Math.round(now.getHeight() * step));
            BufferedImage next = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D brush = next.createGraphics();
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            brush.drawImage(now, 0, 0, width, height, null);
            brush.dispose();
            now = next;
            left /= step;
        }
        return new Ink(now).dried();
    }

    void marks(List<InkedMark> marks, ResolvedView view) {
        for (InkedMark mark : marks) {
            List<Stroke> strokes = Strokes.of(mark.figure(), view.aspect());
            strokes.forEach(stroke -> line(stroke, view));
            CanvasPoint at = view.canvasPoint(mark.figure().points().get(0));
            if (mark.figure().kind() == FigureKind.PROBE) {
                cross(at);
            }
            label(mark.lines(), (float) at.x() + 8 * unit, (float) at.y() - 5 * unit);
        }
    }

    void words(OrientationMarks edges, List<String> foot) {
        FontMetrics metrics = pen.getFontMetrics();
        float middle = image.getHeight() / 2f;
        text(edges.left(), 4 * unit, middle);
        text(edges.right(), image.getWidth() - 4 * unit - metrics.stringWidth(edges.right()), middle);
        text(edges.top(), (image.getWidth() - metrics.stringWidth(edges.top())) / 2f, metrics.getAscent() + 2 * unit);
        text(
                edges.bottom(),
                (image.getWidth() - metrics.stringWidth(edges.bottom())) / 2f,
                image.getHeight() - 4 * unit);
        label(foot, 4 * unit, image.getHeight() - 4 * unit - metrics.getHeight() * (foot.size() - 1f));
    }

    private void line(Stroke stroke, ResolvedView view) {
        Path2D path = new Path2D.Double();
        List<CanvasPoint> points =
                stroke.points().stream().map(view::canvasPoint).toList();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.subList(1, points.size()).forEach(point -> path.lineTo(point.x(), point.y()));
        CanvasPoint last = points.get(points.size() - 1);
        CanvasPoint former = points.get(points.size() - 2);
        if (stroke.style() == Style.TICKED) {
            tick(path, points.get(0), points.get(1));
            tick(path, last, former);
        } else if (stroke.style() == Style.ARROW) {
            head(path, former, last);
        }
        draw(path);
    }

    private void tick(Path2D path, CanvasPoint end, CanvasPoint from) {
        double length = Math.max(1, Math.hypot(end.x() - from.x(), end.y() - from.y()));
        double x = -(end.y() - from.y()) / length * 5 * unit;
        double y = (end.x() - from.x()) / length * 5 * unit;
        path.moveTo(end.x() - x, end.y() - y);
        path.lineTo(end.x() + x, end.y() + y);
    }

    private void head(Path2D path, CanvasPoint from, CanvasPoint tip) {
        double angle = Math.atan2(tip.y() - from.y(), tip.x() - from.x());
        for (double side : new double[] {angle + Math.PI * 5 / 6, angle - Math.PI * 5 / 6}) {
            path.moveTo(tip.x(), tip.y());
            path.lineTo(tip.x() + 11 * unit * Math.cos(side), tip.y() + 11 * unit * Math.sin(side));
        }
    }

    private void cross(CanvasPoint at) {
        Path2D path = new Path2D.Double();
        for (int side : new int[] {-1, 1}) {
            path.moveTo(at.x() + side * 2 * unit, at.y());
            path.lineTo(at.x() + side * 7 * unit, at.y());
            path.moveTo(at.x(), at.y() + side * 2 * unit);
            path.lineTo(at.x(), at.y() + side * 7 * unit);
        }
        draw(path);
    }

    private void draw(Path2D path) {
        pen.setColor(DARK);
        pen.setStroke(new BasicStroke(4 * unit, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path);
        pen.setColor(LIGHT);
        pen.setStroke(new BasicStroke(1.5f * unit, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path);
    }

    /** Lines one below the other, kept inside the picture. */
    private void label(List<String> lines, float x, float y) {
        FontMetrics metrics = pen.getFontMetrics();
        int widest = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        float left = Math.max(2, Math.min(x, image.getWidth() - widest - 4 * unit));
        float highest = image.getHeight() - metrics.getHeight() * (lines.size() - 1f) - 4 * unit;
        float base = Math.max(metrics.getAscent(), Math.min(y, highest));
        for (String line : lines) {
            text(line, left, base);
            base += metrics.getHeight();
        }
    }

    private void text(String text, float x, float y) {
        pen.setColor(DARK);
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                pen.drawString(text, x + dx * unit, y + dy * unit);
            }
        }
        pen.setColor(LIGHT);
        pen.drawString(text, x, y);
    }
}
