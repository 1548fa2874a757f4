package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfTable;
import org.candela.paper.PdfTable.Cell;

/** Every level as measured: P, L, L', target, and for the step above it contrast, the GSDF's contrast and deviation. */
final class LevelTable {
    private static final List<String> HEADS =
            List.of("P", "L, cd/m²", "L', cd/m²", "GSDF, cd/m²", "δ", "δ GSDF", "deviation");

    private LevelTable() {}

    static void draw(PdfFlow flow, JsonNode response, double ambient) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode level : response.path("levels")) {
            rows.add(cells(level, ambient).stream().map(Cell::of).toList());
        }
        flow.heading("Levels: " + rows.size(), 60);
        new PdfTable(flow, PdfTable.even(HEADS)).draw(rows);
        flow.space(3);
        flow.paragraph(Style.NOTE, annexC(response));
    }

    private static String annexC(JsonNode response) {
        return String.format(
                Locale.ROOT,
                "δ is the contrast of the step from this level to the next, per JND; κδ %s is the largest deviation."
                        + " PS3.14 Annex C (no limit in the standard): mean %.2f JND a step, slope of the fitted line %.3f,"
                        + " LUM %.3f. L' = L + ambient light.",
                QuantityText.percent(response.path("kappaDelta").asDouble()),
                response.path("meanJndPerStep").asDouble(),
                response.path("fitSlope").asDouble(),
                response.path("lum").asDouble());
    }

    private static List<String> cells(JsonNode level, double ambient) {
        double seen = level.path("seenCdPerM2").asDouble();
        boolean isLast = !level.has("deviation");
        return List.of(
                level.path("p").asText(),
                format("%.3f", seen - ambient),
                format("%.3f", seen),
                format("%.3f", level.path("gsdfCdPerM2").asDouble()),
                isLast ? "" : format("%.5f", level.path("contrastPerJnd").asDouble()),
                isLast ? "" : format("%.5f", level.path("gsdfContrastPerJnd").asDouble()),
                isLast ? "" : QuantityText.change(level.path("deviation").asDouble()));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
