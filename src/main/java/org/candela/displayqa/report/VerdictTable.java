package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.Verdict;
import org.candela.displayqa.report.PdfSheet.Style;

/** One row for each limit: value, operator, limit, result, and where the number comes from. */
final class VerdictTable {
    private static final float VALUE = 196;
    private static final float OPERATOR = 208;
    private static final float LIMIT = 256;
    private static final float RESULT = 276;
    private static final float SOURCE = 352;
    private static final float ROW = 30;

    private final PdfSheet sheet;
    private final JsonNode record;

    VerdictTable(PdfSheet sheet, JsonNode record) {
        this.sheet = sheet;
        this.record = record;
    }

    static Color color(Verdict.Result result) {
        return switch (result) {
            case PASS -> PdfSheet.GREEN;
            case FAIL -> PdfSheet.RED;
            case NOT_ASSESSED -> PdfSheet.AMBER;
        };
    }

    void draw(float y) throws IOException {
        JsonNode profile = record.path("profile");
        sheet.text(PdfSheet.LEFT, y, Style.HEADING, "Verdicts");
        float next = sheet.paragraph(
                PdfSheet.LEFT,
                y + 14,
                PdfSheet.RIGHT - PdfSheet.LEFT,
                profile.path("standard").asText() + " – edition: "
                        + profile.path("edition").asText() + ". Profile "
                        + profile.path("id").asText() + ".");
        head(next + 10);
        float baseline = next + 28;
        boolean isAnyUnverified = false;
        for (JsonNode verdict : record.path("verdicts")) {
            row(baseline, verdict);
            isAnyUnverified |= !verdict.path("verified").asBoolean();
            baseline += ROW;
        }
        if (isAnyUnverified) {
            sheet.paragraph(
                    PdfSheet.LEFT,
                    baseline + 2,
                    PdfSheet.RIGHT - PdfSheet.LEFT,
                    "* unverified: nobody of this project has compared the number with the standard's own text. The"
                            + " operator is as the source has it: the limit itself passes with ≤ and ≥ and fails with < and >.");
        }
    }

    private void head(float y) throws IOException {
        sheet.text(PdfSheet.LEFT, y, Style.NOTE, "Quantity");
        sheet.textEnding(VALUE, y, Style.NOTE, "Measured");
        sheet.textEnding(LIMIT, y, Style.NOTE, "Limit");
        sheet.text(RESULT, y, Style.NOTE, "Result");
        sheet.text(SOURCE, y, Style.NOTE, "Clause and source");
        sheet.pen(PdfSheet.INK, 0.6f, 0);
        sheet.line(PdfSheet.LEFT, y + 5, PdfSheet.RIGHT, y + 5);
    }

    private void row(float y, JsonNode verdict) throws IOException {
        Quantity quantity = Quantity.valueOf(verdict.path("quantity").asText());
        Verdict.Result result = Verdict.Result.valueOf(verdict.path("result").asText());
        sheet.text(PdfSheet.LEFT, y, Style.BODY, QuantityText.label(quantity));
        sheet.textEnding(
                VALUE, y, Style.BODY, verdict.has("value") ? shown(quantity, verdict.path("value")) : "not assessed");
        sheet.text(OPERATOR, y, Style.BODY, sign(verdict.path("operator").asText()));
        sheet.textEnding(LIMIT, y, Style.BODY, shown(quantity, verdict.path("limit")));
        sheet.dot(color(result), RESULT + 3, y - 3, 3);
        sheet.text(RESULT + 10, y, Style.STRONG.in(color(result)), result.name().replace('_', ' '));
        String mark = verdict.path("verified").asBoolean() ? "" : " *";
        float width = PdfSheet.RIGHT - SOURCE;
        sheet.paragraph(
                SOURCE,
                y - 3,
                width,
                verdict.path("clause").asText() + " – " + verdict.path("source").asText() + mark);
        sheet.pen(PdfSheet.HAIRLINE, 0.5f, 0);
        sheet.line(PdfSheet.LEFT, y + ROW - 12, PdfSheet.RIGHT, y + ROW - 12);
    }

    private static String shown(Quantity quantity, JsonNode value) {
        return QuantityText.value(quantity, value.asDouble(Double.NaN));
    }

    private static String sign(String operator) {
        return operator.replace(">=", "≥").replace("<=", "≤");
    }
}
