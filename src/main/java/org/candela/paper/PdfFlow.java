package org.candela.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.candela.paper.PdfSheet.Style;

/** Pages filled from top to bottom; whatever does not fit goes to the next one. Closing it draws all feet. */
public final class PdfFlow implements AutoCloseable {
    public static final float WIDTH = PdfSheet.RIGHT - PdfSheet.LEFT;
    private static final float TOP = 56;
    private static final float BOTTOM = 778;
    private static final float FOOT = 806;
    private static final float LEADING = 1.35f;

    private final PDDocument document;
    private final PDFont font;
    private final List<String> foot;
    private final List<PdfSheet> sheets = new ArrayList<>();
    private float y = TOP;

    /** @param foot two lines at the end of every page */
    public PdfFlow(PDDocument document, List<String> foot) throws IOException {
        this.document = document;
        this.font = PdfSheet.font(document);
        this.foot = List.copyOf(foot);
        next();
    }

    /** The page that is filled now. */
    public PdfSheet sheet() {
        return sheets.get(sheets.size() - 1);
    }

    /** Takes {@code height} of this page, or of the next where it does not fit, and returns its upper edge. */
    public float take(float height) throws IOException {
        if (!fits(height)) {
            next();
        }
        float from = y;
        y += height;
        return from;
    }

    public boolean fits(float height) {
        return y + height <= BOTTOM;
    }

    public void next() throws IOException {
        sheets.add(PdfSheet.add(document, font));
        y = TOP;
    }

    public void space(float height) {
        y += height;
    }

    /** A heading that stays on the page of the {@code following} points below it. */
    public void heading(String text, float following) throws IOException {
        if (!fits(34 + following)) {
            next();
        }
        float from = take(34);
        sheet().text(PdfSheet.LEFT, from + 22, Style.HEADING, text);
    }

    /** Text in as many lines as it needs. */
    public void paragraph(Style style, String text) throws IOException {
        for (String line : sheet().wrapped(text, style, WIDTH)) {
            float from = take(style.size() * LEADING);
            sheet().text(PdfSheet.LEFT, from + style.size(), style, line);
        }
    }

    /** Text on a ground of its own with a bar at its left. */
    public void banner(Banner banner, String title, String text) throws IOException {
        List<String> titles = sheet().wrapped(title, banner.title(), WIDTH - 28);
        List<String> lines = sheet().wrapped(text, banner.body(), WIDTH - 28);
        float height = 14
                + titles.size() * banner.title().size() * 1.25f
                + lines.size() * banner.body().size() * LEADING;
        float from = take(height);
        sheet().fill(banner.ground(), PdfSheet.LEFT, from, WIDTH, height);
        sheet().fill(banner.title().color(), PdfSheet.LEFT, from, 4, height);
        float at = from + 5;
        for (String line : titles) {
            at += banner.title().size() * 1.25f;
            sheet().text(PdfSheet.LEFT + 16, at - 2, banner.title(), line);
        }
        for (String line : lines) {
            at += banner.body().size() * LEADING;
            sheet().text(PdfSheet.LEFT + 16, at - 1, banner.body(), line);
        }
        space(10);
    }

    /** How a banner looks. */
    public record Banner(Style title, Style body, java.awt.Color ground) {}

    @Override
    public void close() throws IOException {
        for (int i = 0; i < sheets.size(); i++) {
            try (PdfSheet sheet = sheets.get(i)) {
                sheet.pen(PdfSheet.HAIRLINE, 0.5f, 0);
                sheet.line(PdfSheet.LEFT, FOOT - 14, PdfSheet.RIGHT, FOOT - 14);
                sheet.text(PdfSheet.LEFT, FOOT - 3, Style.NOTE, foot.get(0));
                sheet.text(PdfSheet.LEFT, FOOT + 7, Style.NOTE, foot.get(1));
                sheet.textEnding(PdfSheet.RIGHT, FOOT + 7, Style.NOTE, "Page " + (i + 1) + " of " + sheets.size());
            }
        }
    }
}
