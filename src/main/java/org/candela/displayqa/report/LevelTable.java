package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import org.candela.displayqa.report.PdfSheet.Style;

/** Every level as measured: P, L, L', target, and for the step above it contrast, the GSDF's contrast and deviation. */
final class LevelTable {
    private static final float[] COLUMNS = {76, 146, 216, 292, 372, 452, PdfSheet.RIGHT};
    private static final String[] HEADS = {"P", "L, cd/m²", "L', cd/m²", "GSDF, cd/m²", "δ", "δ GSDF", "deviation"};
    private static final float ROW = 14.2f;

    private final PdfSheet sheet;
    private final JsonNode record;

    LevelTable(PdfSheet sheet, JsonNode record) {
        this.sheet = sheet;
        this.record = record;
    }

    void draw(float y) throws IOException {
        sheet.text(PdfSheet.LEFT, y, Style.HEADING, "Levels");
        row(y + 18, Style.NOTE, HEADS);
        sheet.pen(PdfSheet.INK, 0.6f, 0);
        sheet.line(PdfSheet.LEFT, y + 23, PdfSheet.RIGHT, y + 23);
        double ambient = record.path("conditions").path("ambientCdPerM2").asDouble();
        float baseline = y + 36;
        for (JsonNode level : record.path("response").path("levels")) {
            row(baseline, Style.BODY, cells(level, ambient));
            sheet.pen(PdfSheet.HAIRLINE, 0.4f, 0);
            sheet.line(PdfSheet.LEFT, baseline + 4, PdfSheet.RIGHT, baseline + 4);
            baseline += ROW;
        }
        sheet.paragraph(PdfSheet.LEFT, baseline + 6, PdfSheet.RIGHT - PdfSheet.LEFT, annexC());
    }

    private String annexC() {
        JsonNode response = record.path("response");
        return String.format(
                Locale.ROOT,
                "δ is the contrast of the step from this level to the next, per JND. PS3.14 Annex C (no limit in the"
                        + " standard): mean %.2f JND a step, slope of the fitted line %.3f, LUM %.3f. L' = L + ambient light.",
                response.path("meanJndPerStep").asDouble(),
                response.path("fitSlope").asDouble(),
                response.path("lum").asDouble());
    }

    private static String[] cells(JsonNode level, double ambient) {
        double seen = level.path("seenCdPerM2").asDouble();
        boolean isLast = !level.has("deviation");
        return new String[] {
            level.path("p").asText(),
            format("%.3f", seen - ambient),
            format("%.3f", seen),
            format("%.3f", level.path("gsdfCdPerM2").asDouble()),
            isLast ? "" : format("%.5f", level.path("contrastPerJnd").asDouble()),
            isLast ? "" : format("%.5f", level.path("gsdfContrastPerJnd").asDouble()),
            isLast ? "" : format("%+.1f %%", 100 * level.path("deviation").asDouble())
        };
    }

    private void row(float y, Style style, String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            sheet.textEnding(COLUMNS[i], y, style, cells[i]);
        }
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
