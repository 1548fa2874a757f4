package org.candela.viewer.print;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.image.ImageSpacing;
import org.candela.image.OrientationMarks;
import org.candela.image.PixelSpacing;
import org.candela.image.RasterArgb;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.ExhibitReader;
import org.candela.viewer.export.ExhibitReader.Leaving;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.print.SheetLayout.Box;
import org.candela.viewer.print.SheetLayout.Ground;
import org.candela.viewer.print.SheetPlan.Patient;

/** Paints one sheet: whose it is, the wedge, the ruler, and picture by picture. One thread. */
final class SheetPainter {
    private static final double LARGE = 4.2;
    private static final double NORMAL = 3.0;
    private static final double SMALL = 2.4;
    private static final double LINE = 3.1;
    /** Letters of orientation stand in this edge around a picture, mm. */
    private static final double EDGE = 3.6;
    /** What is below a picture: four lines and the bar, mm. */
    private static final double CAPTION = 4 * LINE + 5;
    /** A place of this width has words of full size, mm. */
    private static final double WIDE = 70;

    private static final double LEAST_WORDS = 0.75;
    private static final int SIZE_LINES = 2;

    private static final int STEPS = 11;
    private static final double RULER_MM = 100;
    /** No printer puts more greys on paper than this. */
    private static final double PIXELS_A_MM = 300 / 25.4;
    /** Pictures larger than their place by more than this are seen cut off, so all their pixels are kept. */
    private static final int MOST_SIDE = 8192;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PdfPen pen;
    private final SheetPlan plan;
    private final ExhibitReader reader;

    SheetPainter(PdfPen pen, SheetPlan plan, ExhibitReader reader) {
        this.pen = pen;
        this.plan = plan;
        this.reader = reader;
    }

    /** What stands around the pictures. */
    // [impl->req~print.words~1]
    void frame(String patient, String studies, String number, LocalDateTime now) throws IOException {
        SheetLayout layout = plan.layout();
        double left = SheetLayout.MARGIN;
        double right = layout.widthMm() - SheetLayout.MARGIN;
        double top = SheetLayout.MARGIN;
        boolean isNamed = plan.patient() == Patient.NAMED;
        pen.text(left, top + 4, LARGE, right - left, isNamed ? patient : PrintWords.WITHOUT_PATIENT);
        pen.text(left, top + 9.5, NORMAL, right - left, isNamed ? studies : "");
        pen.text(left, top + 14.5, NORMAL, 80, PrintWords.NOT_FOR_DIAGNOSIS);
        String printed = isNamed ? "printed " + now.format(MOMENT) + "  \u00b7  " : "";
        pen.textEnding(right, top + 14.5, SMALL, 100, printed + number);
        pen.line(left, top + 16.5, right, top + 16.5);
        ruler(left, layout.heightMm() - SheetLayout.MARGIN - 2);
        wedge(layout.wedge());
    }

    /** What tells whether the printer kept the size of the sheet. */
    // [impl->req~print.scale-bar~1]
    private void ruler(double left, double y) throws IOException {
        pen.line(left, y, left + RULER_MM, y);
        for (int mm = 0; mm <= RULER_MM; mm += 10) {
            pen.line(left + mm, y, left + mm, y - (mm % 50 == 0 ? 3 : 1.5));
        }
        pen.text(left, y - 4, SMALL, plan.layout().widthMm() - 2 * SheetLayout.MARGIN, PrintWords.RULER);
    }

    /** P-values from white to black as they came out of the printer. */
    // [impl->req~print.wedge~1]
    private void wedge(Box box) throws IOException {
        boolean isInverted = plan.layout().ground() == Ground.INVERTED;
        double height = box.height() / STEPS;
        for (int step = 0; step < STEPS; step++) {
            double value = 1 - step / (STEPS - 1.0);
            pen.grey(new Box(box.left(), box.top() + step * height, 5, height), isInverted ? 1 - value : value);
            pen.text(
                    box.left() + 5.6,
                    box.top() + (step + 0.5) * height + 0.8,
                    SMALL,
                    5,
                    String.valueOf(Math.round(100 * value)));
        }
        pen.textEnding(box.right(), box.bottom() + 3, SMALL, 60, isInverted ? "P-value, %, inverted" : "P-value, %");
    }

    /** A picture with its letters, its words and its bar. */
    void picture(Exhibit exhibit, Box cell) throws IOException, CandelaException {
        double words = Math.max(LEAST_WORDS, Math.min(1, cell.width() / WIDE));
        Box room = new Box(
                cell.left() + EDGE,
                cell.top() + EDGE,
                cell.width() - 2 * EDGE,
                cell.height() - 2 * EDGE - CAPTION * words);
        Attributes file = reader.dataSet(exhibit);
        Leaving leaving = reader.leaving(exhibit, plan.burn(), most(room));
        PaperSize.Original original = original(leaving);
        PaperSize size = PaperSize.of(original, plan.layout().scale(), room.width(), room.height());
        Box box = new Box(
                room.left() + (room.width() - size.widthMm()) / 2,
                room.top() + (room.height() - size.heightMm()) / 2,
                size.widthMm(),
                size.heightMm());
        RasterArgb seen = Greys.middle(leaving.raster(), size.seenWidth(), size.seenHeight());
        boolean isInverted = plan.layout().ground() == Ground.INVERTED && Greys.isGrey(seen);
        pen.picture(box, isInverted ? Greys.inverted(seen) : seen);
        letters(leaving.sight().edges(), box);
        caption(
                PictureCaption.lines(exhibit, file, leaving, plan.patient(), isInverted),
                size,
                original.spacing(),
                new Box(cell.left(), cell.bottom() - CAPTION * words, cell.width(), CAPTION * words),
                words);
    }

    /** The lines, how large the picture is in as many as it takes, and the bar. */
    private void caption(List<String> lines, PaperSize size, ImageSpacing spacing, Box box, double words)
            throws IOException {
        double letters = SMALL * words;
        List<String> all = new ArrayList<>(lines);
        all.addAll(pen.wrapped(size.words(), letters, box.width(), SIZE_LINES));
        double y = box.top();
        for (String line : all) {
            y += LINE * words;
            pen.text(box.left(), y, letters, box.width(), line);
        }
        if (size.ratio().isPresent()) {
            bar(size.ratio().orElseThrow(), spacing, box, letters);
        }
    }

    /** Kept whole where the picture may be cut off by its place; else no finer than a printer can. */
    private CanvasSize most(Box room) {
        return plan.layout().scale() == SheetLayout.Scale.TRUE_SIZE
                ? new CanvasSize(MOST_SIDE, MOST_SIDE)
                : new CanvasSize((int) (room.width() * PIXELS_A_MM), (int) (room.height() * PIXELS_A_MM));
    }

    private static PaperSize.Original original(Leaving leaving) {
        ImageSpacing spacing = leaving.loaded().description().place().spacing();
        double shrunk = (double) leaving.sight().picture().view().canvas().width()
                / leaving.raster().width();
        double columns = shrunk / leaving.sight().picture().view().scale();
        Optional<Double> mm =
                spacing.spacing().map(PixelSpacing::columnSpacingMm).map(each -> each * columns);
        return new PaperSize.Original(leaving.raster().width(), leaving.raster().height(), mm, spacing);
    }

    private void letters(OrientationMarks edges, Box box) throws IOException {
        double middle = box.top() + box.height() / 2 + 1;
        pen.textEnding(box.left() - 0.6, middle, NORMAL, 10, edges.left());
        pen.text(box.right() + 0.6, middle, NORMAL, 10, edges.right());
        pen.textAround(box.left() + box.width() / 2, box.top() - 0.8, NORMAL, edges.top());
        pen.textAround(box.left() + box.width() / 2, box.bottom() + 3, NORMAL, edges.bottom());
    }

    // [impl->req~print.scale-bar~1]
    private void bar(double ratio, ImageSpacing spacing, Box box, double letters) throws IOException {
        Optional<ScaleBar> bar = ScaleBar.of(ratio, box.width() / 2);
        if (bar.isEmpty()) {
            return;
        }
        ScaleBar known = bar.orElseThrow();
        double y = box.bottom() - 1.5;
        double right = box.left() + known.paperMm();
        pen.line(box.left(), y, right, y);
        pen.line(box.left(), y - 1.2, box.left(), y + 1.2);
        pen.line(right, y - 1.2, right, y + 1.2);
        String where = PrintWords.reservation(spacing);
        String stated = known.statedMm() == Math.rint(known.statedMm())
                ? String.valueOf(Math.round(known.statedMm()))
                : String.valueOf(known.statedMm());
        pen.text(
                right + 1.5,
                y + 0.8,
                letters,
                box.right() - right - 1.5,
                stated + (where.isEmpty() ? " mm" : " " + where));
    }
}
