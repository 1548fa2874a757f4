package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import java.util.Locale;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;

/** The places of an even field as they lie on the screen, darker where less light was seen. */
final class FieldMap {
    private static final float CELL_WIDTH = 84;
    private static final float CELL_HEIGHT = 34;
    private static final Color BRIGHTEST = new Color(0xF4F8F7);

    private FieldMap() {}

    static void draw(PdfFlow flow, JsonNode field) throws IOException {
        JsonNode places = field.path("seenCdPerM2");
        flow.heading(
                "Uniformity, L' in cd/m² at P-value " + field.path("p").asText(), Uniformity.SIDE * CELL_HEIGHT + 30);
        float y = flow.take(Uniformity.SIDE * CELL_HEIGHT + 8);
        double brightest = 0;
        for (JsonNode place : places) {
            brightest = Math.max(brightest, place.asDouble());
        }
        for (int place = 0; place < places.size(); place++) {
            float x = PdfSheet.LEFT + place % Uniformity.SIDE * CELL_WIDTH;
            int row = place / Uniformity.SIDE;
            float top = y + row * CELL_HEIGHT;
            double value = places.path(place).asDouble();
            flow.sheet().fill(shade(value / brightest), x, top, CELL_WIDTH - 2, CELL_HEIGHT - 2);
            flow.sheet()
                    .textEnding(
                            x + CELL_WIDTH - 12,
                            top + 20,
                            Style.BODY,
                            String.format(Locale.ROOT, value < 20 ? "%.3f" : "%.1f", value));
        }
        float text = PdfSheet.LEFT + Uniformity.SIDE * CELL_WIDTH + 20;
        figure(flow, text, y + 20, "MLD (TG18 formula, all places)", field.path("maximumLuminanceDeviation"));
        figure(flow, text, y + 38, "LUDM (Report 270)", field.path("deviationFromMedian"));
    }

    private static void figure(PdfFlow flow, float x, float y, String name, JsonNode share) throws IOException {
        flow.sheet().text(x, y, Style.BODY.in(PdfSheet.MUTED), name);
        flow.sheet().textEnding(PdfSheet.RIGHT, y, Style.STRONG, QuantityText.percent(share.asDouble()));
    }

    /** The range from 60 % to 100 % of the brightest place is spread over the shades, so that a slope can be seen. */
    private static Color shade(double share) {
        double depth = Math.max(0, Math.min(1, (1 - share) / 0.4));
        return new Color((int) (BRIGHTEST.getRed() - 90 * depth), (int) (BRIGHTEST.getGreen() - 60 * depth), (int)
                (BRIGHTEST.getBlue() - 64 * depth));
    }
}
