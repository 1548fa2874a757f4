package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.report.PdfSheet.Style;

/** The nine places of a uniformity test as they lie on the screen, darker where less light was seen. */
final class PlacesTable {
    private static final float CELL_WIDTH = 84;
    private static final float CELL_HEIGHT = 34;
    private static final Color BRIGHTEST = new Color(0xF4F8F7);

    private final PdfSheet sheet;
    private final JsonNode places;
    private final String level;

    PlacesTable(PdfSheet sheet, JsonNode record) {
        this.sheet = sheet;
        this.places = record.path("uniformity").path("seenCdPerM2");
        this.level = record.path("uniformity").path("p").asText();
    }

    /** Draws from {@code y} on and returns where the next section begins. */
    float draw(float y) throws IOException {
        sheet.text(PdfSheet.LEFT, y, Style.HEADING, "Places, L' in cd/m² at P-value " + level);
        double brightest = 0;
        for (JsonNode place : places) {
            brightest = Math.max(brightest, place.asDouble());
        }
        for (int place = 0; place < places.size(); place++) {
            int row = place / Uniformity.SIDE;
            int column = place % Uniformity.SIDE;
            float x = PdfSheet.LEFT + column * CELL_WIDTH;
            cell(x, y + 10 + row * CELL_HEIGHT, places.path(place), brightest);
        }
        return y + 10 + Uniformity.SIDE * CELL_HEIGHT + 24;
    }

    private void cell(float x, float y, JsonNode place, double brightest) throws IOException {
        sheet.fill(shade(place.asDouble() / brightest), x, y, CELL_WIDTH - 2, CELL_HEIGHT - 2);
        sheet.textEnding(x + CELL_WIDTH - 12, y + 20, Style.BODY, ReportSummary.number(place, 1));
    }

    /** The range from 60 % to 100 % of the brightest place is spread over the shades, so that a slope can be seen. */
    private static Color shade(double share) {
        double depth = Math.max(0, Math.min(1, (1 - share) / 0.4));
        return new Color((int) (BRIGHTEST.getRed() - 90 * depth), (int) (BRIGHTEST.getGreen() - 60 * depth), (int)
                (BRIGHTEST.getBlue() - 64 * depth));
    }
}
