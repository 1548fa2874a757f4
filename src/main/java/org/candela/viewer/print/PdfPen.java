package org.candela.viewer.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.candela.image.RasterArgb;
import org.candela.viewer.print.SheetLayout.Box;

/** Draws on one sheet, mm from the top left corner; black on white. Closing it ends the sheet. One thread. */
final class PdfPen implements AutoCloseable {
    private static final float POINTS_A_MM = 72 / 25.4f;
    private static final float HAIRLINE = 0.25f;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document;
    private final PDFont font;
    private final PDPageContentStream stream;
    private final double height;

    private PdfPen(PDDocument document, PDFont font, PDPageContentStream stream, double height) {
        this.document = document;
        this.font = font;
        this.stream = stream;
        this.height = height;
    }

    /** The one font of all sheets, which comes with PDFBox: Latin, Greek and Cyrillic letters. */
    static PDFont font(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IOException("PDFBox came without " + FONT);
            }
            return PDType0Font.load(document, file);
        }
    }

    static PdfPen onNewSheet(PDDocument document, PDFont font, SheetLayout layout) throws IOException {
        PDPage page = new PDPage(new PDRectangle(points(layout.widthMm()), points(layout.heightMm())));
        document.addPage(page);
        return new PdfPen(document, font, new PDPageContentStream(document, page), layout.heightMm());
    }

    /** Writes {@code text} with its baseline at {@code y}, no wider than {@code width}; what is longer ends in three dots. */
    void text(double x, double y, double sizeMm, double width, String text) throws IOException {
        List<Run> runs = runs(cut(text, sizeMm, width));
        double at = x;
        for (Run run : runs) {
            if (run.isInFont()) {
                stream.beginText();
                stream.setNonStrokingColor(0f);
                stream.setFont(font, points(sizeMm));
                stream.newLineAtOffset(points(at), up(y));
                stream.showText(run.text());
                stream.endText();
            } else {
                new Outline(stream, points(at), up(y)).draw(run.text(), points(sizeMm));
            }
            at += widthOf(run, sizeMm);
        }
    }

    void textEnding(double right, double y, double sizeMm, double width, String text) throws IOException {
        String shown = cut(text, sizeMm, width);
        text(right - width(shown, sizeMm), y, sizeMm, width, shown);
    }

    void textAround(double middle, double y, double sizeMm, String text) throws IOException {
        double width = width(text, sizeMm);
        text(middle - width / 2, y, sizeMm, width + 1, text);
    }

    /** How wide {@code text} is, mm. */
    double width(String text, double sizeMm) throws IOException {
        double width = 0;
        for (Run run : runs(text)) {
            width += widthOf(run, sizeMm);
        }
        return width;
    }

    void line(double x1, double y1, double x2, double y2) throws IOException {
        stream.setStrokingColor(0f);
        stream.setLineWidth(points(HAIRLINE));
        stream.moveTo(points(x1), up(y1));
        stream.lineTo(points(x2), up(y2));
        stream.stroke();
    }

    /** A rectangle of one grey, 0 for black to 1, with a thin border. */
    void grey(Box box, double grey) throws IOException {
        stream.setNonStrokingColor((float) grey);
        stream.setStrokingColor(0.5f);
        stream.setLineWidth(points(HAIRLINE / 2));
        stream.addRect(points(box.left()), up(box.bottom()), points(box.width()), points(box.height()));
        stream.fillAndStroke();
    }

    /** A picture that fills {@code box}; greys stay greys, so that no colour of the printer gets into them. */
    void picture(Box box, RasterArgb raster) throws IOException {
        stream.drawImage(
                LosslessFactory.createFromImage(document, image(raster)),
                points(box.left()),
                up(box.bottom()),
                points(box.width()),
                points(box.height()));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static BufferedImage image(RasterArgb raster) {
        int width = raster.width();
        boolean isGrey = Greys.isGrey(raster);
        BufferedImage image = new BufferedImage(
                width, raster.height(), isGrey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        if (!isGrey) {
            image.setRGB(0, 0, width, raster.height(), raster.pixels(), 0, width);
            return image;
        }
        // Not by setRGB, which would take greys for colours and put a gamma on them.
        for (int i = 0; i < raster.pixels().length; i++) {
            image.getRaster().setSample(i % width, i / width, 0, raster.pixels()[i] & 0xFF);
        }
        return image;
    }

    /** {@code text} in lines no wider than {@code width}, at most {@code most}. */
    List<String> wrapped(String text, double sizeMm, double width, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && lines.size() < most - 1 && width(longer, sizeMm) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private String cut(String text, double sizeMm, double width) throws IOException {
        if (width(text, sizeMm) <= width) {
            return text;
        }
        String shorter = text;
        while (!shorter.isEmpty() && width(shorter + "\u2026", sizeMm) > width) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter.strip() + "\u2026";
    }

    /** Letters that the font has, or has not, one after the other. */
    private record Run(String text, boolean isInFont) {}

    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean wasIn = true;
        for (int point : text.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .toArray()) {
            boolean isIn = has(point);
            if (isIn != wasIn && !run.isEmpty()) {
                runs.add(new Run(run.toString(), wasIn));
                run.setLength(0);
            }
            wasIn = isIn;
            run.appendCodePoint(point);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), wasIn));
        }
        return runs;
    }

    private double widthOf(Run run, double sizeMm) throws IOException {
        return run.isInFont() ? font.getStringWidth(run.text()) / 1000 * sizeMm : Outline.width(run.text(), sizeMm);
    }

    private boolean has(int point) {
        try {
            return font.encode(Character.toString(point)).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false; // PDFBox says so by throwing
        }
    }

    private float up(double y) {
        return points(height - y);
    }

    private static float points(double mm) {
        return (float) (mm * POINTS_A_MM);
    }
}
