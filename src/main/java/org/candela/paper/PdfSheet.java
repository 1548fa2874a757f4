package org.candela.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** One A4 page to draw on; points of 1/72 inch, origin at the top left, y downwards. Closing it ends the page. */
public final class PdfSheet implements AutoCloseable {
    public static final float LEFT = 48;
    public static final float RIGHT = PDRectangle.A4.getWidth() - 48;
    public static final Color INK = new Color(0x1B2128);
    public static final Color MUTED = new Color(0x66707C);
    public static final Color HAIRLINE = new Color(0xD5DAE0);
    public static final Color ACCENT = new Color(0x2F7D76);
    public static final Color AMBER = new Color(0xB4781E);
    public static final Color RED = new Color(0xB0413F);
    public static final Color GREEN = new Color(0x3C7D4B);
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float BOLD_STROKE = 0.028f;

    private final PDFont font;
    private final PDPageContentStream stream;

    private PdfSheet(PDFont font, PDPageContentStream stream) {
        this.font = font;
        this.stream = stream;
    }

    /** The one font of a report: it has Greek letters and comparison signs, and comes with PDFBox. */
    public static PDFont font(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IOException("PDFBox came without " + FONT);
            }
            return PDType0Font.load(document, file);
        }
    }

    public static PdfSheet add(PDDocument document, PDFont font) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        // Not compressed: what the same data becomes when compressed depends on the platform's library.
        return new PdfSheet(font, new PDPageContentStream(document, page, AppendMode.OVERWRITE, false));
    }

    /**
     * How a text looks.
     *
     * @param size of the letters, points
     */
    public record Style(float size, Color color, Weight weight) {
        public static final Style BODY = new Style(9, INK, Weight.REGULAR);
        public static final Style STRONG = new Style(9, INK, Weight.BOLD);
        public static final Style NOTE = new Style(7.5f, MUTED, Weight.REGULAR);
        public static final Style HEADING = new Style(11, ACCENT, Weight.BOLD);

        public Style in(Color other) {
            return new Style(size, other, weight);
        }
    }

    public enum Weight {
        REGULAR,
        BOLD
    }

    /** Writes {@code text} with its baseline at {@code y}. */
    public void text(float x, float y, Style style, String text) throws IOException {
        stream.beginText();
        stream.setFont(font, style.size());
        stream.setNonStrokingColor(style.color());
        stream.setStrokingColor(style.color());
        boolean isBold = style.weight() == Weight.BOLD;
        stream.setRenderingMode(isBold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        stream.setLineWidth(style.size() * BOLD_STROKE);
        stream.newLineAtOffset(x, HEIGHT - y);
        stream.showText(printable(text));
        stream.endText();
    }

    /** {@link #text} that ends at {@code right}. */
    public void textEnding(float right, float y, Style style, String text) throws IOException {
        text(right - width(style, text), y, style, text);
    }

    public float width(Style style, String text) throws IOException {
        return font.getStringWidth(printable(text)) / 1000 * style.size();
    }

    /** A straight line between two points of ({@code x}, {@code y}). */
    public void line(float x1, float y1, float x2, float y2) throws IOException {
        stream.moveTo(x1, HEIGHT - y1);
        stream.lineTo(x2, HEIGHT - y2);
        stream.stroke();
    }

    /** Sets the pen for lines that follow; {@code dash} 0 draws them whole. */
    public void pen(Color color, float width, float dash) throws IOException {
        stream.setStrokingColor(color);
        stream.setLineWidth(width);
        stream.setLineDashPattern(dash == 0 ? new float[0] : new float[] {dash, dash}, 0);
    }

    public void fill(Color color, float x, float y, float width, float height) throws IOException {
        stream.setNonStrokingColor(color);
        stream.addRect(x, HEIGHT - y - height, width, height);
        stream.fill();
    }

    /** A filled disc. */
    public void dot(Color color, float x, float y, float radius) throws IOException {
        float k = radius * 0.5523f; // control points of the Bézier curve nearest to a quarter circle
        float up = HEIGHT - y;
        stream.setNonStrokingColor(color);
        stream.moveTo(x - radius, up);
        stream.curveTo(x - radius, up + k, x - k, up + radius, x, up + radius);
        stream.curveTo(x + k, up + radius, x + radius, up + k, x + radius, up);
        stream.curveTo(x + radius, up - k, x + k, up - radius, x, up - radius);
        stream.curveTo(x - k, up - radius, x - radius, up - k, x - radius, up);
        stream.fill();
    }

    /** Lines through all points, each (x, y). */
    public void polyline(List<float[]> points) throws IOException {
        stream.moveTo(points.get(0)[0], HEIGHT - points.get(0)[1]);
        for (float[] point : points.subList(1, points.size())) {
            stream.lineTo(point[0], HEIGHT - point[1]);
        }
        stream.stroke();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Lines no wider than {@code width}; a word that is wider alone is broken. */
    public List<String> wrapped(String text, Style style, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(style, longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            String rest = word;
            while (width(style, rest) > width) {
                int fits = fitting(rest, style, width);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }

    /** How many characters of a word fit, at least one, and no half of a surrogate pair. */
    private int fitting(String word, Style style, float width) throws IOException {
        int fits = word.offsetByCodePoints(0, 1);
        while (fits < word.length()) {
            int next = word.offsetByCodePoints(fits, 1);
            if (width(style, word.substring(0, next)) > width) {
                break;
            }
            fits = next;
        }
        return fits;
    }

    /** A monitor may call itself anything; what the font cannot show becomes a question mark. */
    private String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> shown.append(has(point) ? Character.toString(point) : "?"));
        return shown.toString();
    }

    private boolean has(int codePoint) {
        try {
            return font.encode(Character.toString(codePoint)).length > 0 && !Character.isISOControl(codePoint);
        } catch (IOException | IllegalArgumentException e) {
            return false; // PDFBox says so by throwing
        }
    }
}
