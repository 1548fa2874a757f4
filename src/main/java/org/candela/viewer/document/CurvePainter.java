package org.candela.viewer.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.candela.dicom.object.waveform.MultiplexGroup;
import org.candela.dicom.object.waveform.WaveformAnnotation;
import org.candela.dicom.object.waveform.WaveformText;
import org.candela.image.RasterArgb;

/** Draws a sheet: paper of millimetres in quiet greys, curves in light grey, names and annotations. Any thread. */
// [impl->req~document.curves~1]
final class CurvePainter {
    private static final Color PAPER = new Color(0x10, 0x13, 0x16);
    private static final Color FINE = new Color(0x1a, 0x1f, 0x24);
    private static final Color COARSE = new Color(0x2b, 0x33, 0x3b);
    private static final Color CURVE = new Color(0xd2, 0xd8, 0xe0);
    private static final Color WORDS = new Color(0x9a, 0xa4, 0xb2);
    private static final Color REMARK = new Color(0xd8, 0xa2, 0x4a);
    private static final int COARSE_EVERY = 5;
    private static final double CURVE_MM = 0.3;
    private static final double MARK_SECONDS = 0.2;
    private static final double WORDS_MM = 3.4;

    private final CurveSheet sheet;
    private final CurveView view;
    private final BufferedImage image;
    private final Graphics2D graphics;

    private CurvePainter(CurveSheet sheet) {
        this.sheet = sheet;
        this.view = sheet.view();
        this.image = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
    }

    /** The sheet as a picture, opaque. {@code notStated} is written where a channel states no unit. */
    static RasterArgb paint(CurveSheet sheet, List<WaveformAnnotation> annotations, String notStated) {
        CurvePainter painter = new CurvePainter(sheet);
        painter.paintAll(annotations, notStated);
        int[] pixels = ((DataBufferInt) painter.image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        return new RasterArgb(painter.view.width(), painter.view.height(), pixels);
    }

    private void paintAll(List<WaveformAnnotation> annotations, String notStated) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, view.width(), view.height());
        paintGrid();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        int last = Math.min(sheet.rows().size(), view.firstRow() + sheet.rowsInSight() + 1);
        for (int row = view.firstRow(); row < last; row++) {
            paintRow(row, notStated);
        }
        paintSpots(annotations);
        graphics.dispose();
    }

    /** Lines of 1 mm and of 5 mm, each on the pixel it is nearest to; a moment on the left edge lies on a coarse line. */
    private void paintGrid() {
        double left = CurveSheet.MARGIN_MM * view.pixelsPerMm();
        for (int pass = 0; pass < 2; pass++) {
            graphics.setColor(pass == 0 ? FINE : COARSE);
            int every = pass == 0 ? 1 : COARSE_EVERY;
            for (int mm = 0; left + mm * view.pixelsPerMm() < view.width(); mm += every) {
                int x = (int) Math.round(left + mm * view.pixelsPerMm());
                graphics.fillRect(x, 0, 1, view.height());
            }
            for (int mm = 0; mm * view.pixelsPerMm() < view.height(); mm += every) {
                int y = (int) Math.round(mm * view.pixelsPerMm());
                graphics.fillRect((int) left, y, view.width(), 1);
            }
        }
    }

    private void paintRow(int row, String notStated) {
        CurveRow one = sheet.rows().get(row);
        float base = (float) sheet.baseY(row);
        graphics.setFont(font(WORDS_MM));
        graphics.setColor(WORDS);
        graphics.drawString(one.name(), 4, base - (float) (2.2 * view.pixelsPerMm()));
        if (!one.isDrawn()) {
            graphics.setColor(REMARK);
            graphics.drawString(notStated, (float) ((CurveSheet.MARGIN_MM + 2) * view.pixelsPerMm()), base);
            return;
        }
        paintMark(row, one);
        graphics.setColor(CURVE);
        graphics.setStroke(new BasicStroke(
                (float) Math.max(1, CURVE_MM * view.pixelsPerMm()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        java.awt.Shape clip = graphics.getClip();
        int left = (int) (CurveSheet.MARGIN_MM * view.pixelsPerMm());
        graphics.clipRect(left, 0, view.width(), view.height());
        graphics.draw(path(row, one));
        graphics.setClip(clip);
    }

    /** One millivolt for a fifth of a second; of another unit, what ten millimetres are. */
    private void paintMark(int row, CurveRow one) {
        double base = sheet.baseY(row);
        double x = (CurveSheet.MARGIN_MM - 7) * view.pixelsPerMm();
        double wide = MARK_SECONDS * view.scale().mmPerSecond() * view.pixelsPerMm();
        graphics.setStroke(new BasicStroke(1));
        if (one.isVoltage()) {
            double high = view.scale().mmPerMillivolt() * view.pixelsPerMm();
            boolean isFirst = row == view.firstRow();
            if (isFirst) {
                Path2D pulse = new Path2D.Double();
                pulse.moveTo(x, base + high / 2);
                pulse.lineTo(x, base - high / 2);
                pulse.lineTo(x + wide, base - high / 2);
                pulse.lineTo(x + wide, base + high / 2);
                graphics.draw(pulse);
            }
            return;
        }
        double ten = 10 / one.perUnit();
        graphics.setFont(font(WORDS_MM * 0.8));
        graphics.drawString(
                "10 mm = " + (ten == Math.rint(ten) ? Long.toString((long) ten) : Double.toString(ten)), 4, (float)
                        (base + 2 * view.pixelsPerMm()));
        graphics.drawString(one.unit(), 4, (float) (base + 5 * view.pixelsPerMm()));
        graphics.draw(new Line2D.Double(x + 18, base - 5 * view.pixelsPerMm(), x + 18, base + 5 * view.pixelsPerMm()));
    }

    /** Where many samples fall on one column of pixels, the least and the greatest of them are kept. */
    private Path2D path(int row, CurveRow one) {
        MultiplexGroup group = sheet.group();
        double skew = group.channels().get(one.channel()).skewSeconds();
        int first = (int) Math.max(0, Math.floor((view.from() - skew) * group.samplingFrequencyHz()) - 1);
        int last = (int) Math.min(
                group.sampleCount() - 1.0,
                Math.ceil((sheet.seconds(view.width()) - skew) * group.samplingFrequencyHz()) + 1);
        Path2D.Double path = new Path2D.Double();
        boolean isBroken = true;
        int sample = first;
        while (sample <= last) {
            double x = sheet.x(group.timeOf(one.channel(), sample));
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double entry = Double.NaN;
            int column = (int) Math.floor(x);
            double lastValue = Double.NaN;
            while (sample <= last && (int) Math.floor(sheet.x(group.timeOf(one.channel(), sample))) == column) {
                double value = group.value(one.channel(), sample++);
                if (Double.isFinite(value)) {
                    entry = Double.isNaN(entry) ? value : entry;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                    lastValue = value;
                }
            }
            if (Double.isNaN(entry)) {
                isBroken = true;
                continue;
            }
            if (isBroken) {
                path.moveTo(x, sheet.y(row, entry));
                isBroken = false;
            } else {
                path.lineTo(x, sheet.y(row, entry));
            }
            if (most > least) {
                path.lineTo(x, sheet.y(row, least));
                path.lineTo(x, sheet.y(row, most));
                path.lineTo(x, sheet.y(row, lastValue));
            }
        }
        return path;
    }

    /** Points in time that somebody named; a name that would lie on the one before is left out, its line is not. */
    private void paintSpots(List<WaveformAnnotation> annotations) {
        graphics.setFont(font(WORDS_MM * 0.75));
        graphics.setStroke(new BasicStroke(1));
        double taken = 0;
        for (WaveformAnnotation annotation : annotations) {
            String words = WaveformText.said(annotation);
            for (double seconds :
                    annotation.spot().map(WaveformAnnotation.Spot::seconds).orElse(List.of())) {
                double x = Math.round(sheet.x(seconds)) + 0.5;
                if (x < CurveSheet.MARGIN_MM * view.pixelsPerMm() || x > view.width()) {
                    continue;
                }
                graphics.setColor(WORDS);
                double top = CurveSheet.TOP_MM * view.pixelsPerMm();
                graphics.draw(new Line2D.Double(x, top * 0.6, x, top));
                if (x > taken) {
                    graphics.drawString(words, (float) x + 2, (float) (top * 0.55));
                    taken = x + graphics.getFontMetrics().stringWidth(words) + 6;
                }
            }
        }
    }

    private Font font(double mm) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12)
                .deriveFont((float) Math.max(10, Math.min(40, mm * view.pixelsPerMm())));
    }
}
