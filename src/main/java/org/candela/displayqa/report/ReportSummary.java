package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.ledger.Verdict;
import org.candela.displayqa.report.PdfSheet.Style;
import org.candela.displayqa.report.PdfSheet.Weight;

/** First page of a report: result, who and what, and the verdict on every limit. */
final class ReportSummary {
    private static final float MIDDLE = 306;
    private static final float LABEL_WIDTH = 86;
    private static final float LINE = 14.5f;
    private static final Style TITLE = new Style(20, PdfSheet.INK, Weight.BOLD);
    private static final Style RESULT = new Style(16, PdfSheet.INK, Weight.BOLD);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final PdfSheet sheet;
    private final StoredRun run;
    private final JsonNode record;

    ReportSummary(PdfSheet sheet, StoredRun run, JsonNode record) {
        this.sheet = sheet;
        this.run = run;
        this.record = record;
    }

    void draw() throws IOException {
        sheet.text(PdfSheet.LEFT, 66, TITLE, "Display QA report");
        sheet.text(
                PdfSheet.LEFT,
                84,
                Style.BODY.in(PdfSheet.MUTED),
                run.kind().title() + " · " + MOMENT.format(run.at()) + " · "
                        + record.path("operator").asText());
        sheet.textEnding(PdfSheet.RIGHT, 66, new Style(11, PdfSheet.ACCENT, Weight.BOLD), "Candela");
        float y = banner(104);
        y = result(y);
        float left = column(PdfSheet.LEFT, y, "Display", displayRows());
        float right = column(MIDDLE, y, "Meter and conditions", conditionRows());
        y = Math.max(left, right) + 14;
        if (record.has("target")) {
            y = column(PdfSheet.LEFT, y, "Target and table", targetRows()) + 14;
        }
        if (record.has("uniformity")) {
            y = new PlacesTable(sheet, record).draw(y);
        }
        if (record.path("rampIntact").isBoolean()) {
            y = rampLine(y);
        }
        new VerdictTable(sheet, record).draw(y);
    }

    /** A simulated run must be seen as such before anything else is read. */
    // [impl->req~displayqa.simulated~1]
    private float banner(float y) throws IOException {
        if (!run.isSimulated()) {
            return y;
        }
        sheet.fill(new Color(0xFBF1DE), PdfSheet.LEFT, y, PdfSheet.RIGHT - PdfSheet.LEFT, 34);
        sheet.fill(PdfSheet.AMBER, PdfSheet.LEFT, y, 4, 34);
        sheet.text(
                PdfSheet.LEFT + 16,
                y + 15,
                new Style(10, PdfSheet.AMBER, Weight.BOLD),
                "SIMULATED – no clinical meaning");
        sheet.text(
                PdfSheet.LEFT + 16,
                y + 27,
                Style.NOTE.in(PdfSheet.AMBER),
                "The panel and its light were computed, the meter does not exist: no display was measured.");
        return y + 50;
    }

    private float result(float y) throws IOException {
        boolean isOnlySimulated = run.isSimulated() && run.overall() == Verdict.Result.PASS;
        Color color = isOnlySimulated ? PdfSheet.AMBER : VerdictTable.color(run.overall());
        sheet.dot(color, PdfSheet.LEFT + 6, y + 15, 6);
        sheet.text(PdfSheet.LEFT + 22, y + 20, RESULT.in(color), run.resultText());
        sheet.textEnding(PdfSheet.RIGHT, y + 20, new Style(10.5f, PdfSheet.INK, Weight.REGULAR), figures());
        sheet.pen(PdfSheet.HAIRLINE, 0.5f, 0);
        sheet.line(PdfSheet.LEFT, y + 34, PdfSheet.RIGHT, y + 34);
        return y + 54;
    }

    private String figures() {
        if (record.has("uniformity")) {
            JsonNode uniformity = record.path("uniformity");
            return "MLD " + percent(uniformity.path("maximumLuminanceDeviation")) + ", LUDM "
                    + percent(uniformity.path("deviationFromMedian"));
        }
        if (!record.has("response")) {
            return endsOnly();
        }
        String after = percent(record.path("response").path("kappaDelta"));
        return record.has("before")
                ? "κδ " + percent(record.path("before").path("kappaDelta")) + " before → " + after + " after"
                : "κδ " + after;
    }

    private String endsOnly() {
        return "L' " + number(record.path("blackCdPerM2"), 2) + " to " + number(record.path("whiteCdPerM2"), 1)
                + " cd/m²";
    }

    private String[][] displayRows() {
        JsonNode display = record.path("display");
        String model = (display.path("manufacturer").asText() + " "
                        + display.path("model").asText())
                .strip();
        String size = display.path("widthMm").asInt() > 0
                ? ", " + display.path("widthMm").asInt() + " × "
                        + display.path("heightMm").asInt() + " mm"
                : "";
        return new String[][] {
            {"Identity", display.path("id").asText()},
            {"Model", model.isEmpty() ? "not stated by the display" : model},
            {"Serial", display.path("serial").asText("not stated by the display")},
            {"Year", display.path("year").asText("not stated by the display")},
            {"Connector", display.path("connector").asText()},
            {
                "Matrix",
                display.path("widthPixels").asInt() + " × "
                        + display.path("heightPixels").asInt() + size
            }
        };
    }

    private String[][] conditionRows() {
        JsonNode meter = record.path("photometer");
        JsonNode conditions = record.path("conditions");
        String mark = meter.path("simulated").asBoolean() ? "SIMULATED " : "";
        return new String[][] {
            {"Meter", mark + meter.path("make").asText()},
            {
                "Meter model",
                meter.path("model").asText() + ", serial "
                        + meter.path("serial").asText()
            },
            {"Calibration due", meter.path("calibrationDue").asText()},
            {
                "Ambient light",
                number(conditions.path("ambientCdPerM2"), 2) + " cd/m², "
                        + conditions.path("ambientSource").asText()
            },
            {"Warm-up", conditions.path("warmUpMinutes").asInt() + " min"},
            {"Readings", readings()}
        };
    }

    private String readings() {
        int rejected = 0;
        for (JsonNode reading : record.path("readings")) {
            rejected += reading.path("accepted").asBoolean() ? 0 : 1;
        }
        return record.path("readings").size() + ", of which " + rejected + " rejected";
    }

    private String[][] targetRows() {
        JsonNode target = record.path("target");
        JsonNode prediction = record.path("prediction");
        return new String[][] {
            {
                "GSDF between",
                number(target.path("minimumCdPerM2"), 3) + " and " + number(target.path("maximumCdPerM2"), 1)
                        + " cd/m², ambient light included (PS3.14 §7.1, exact inverse)"
            },
            {
                "Held in",
                target.path("held").asText() + ", palette "
                        + target.path("palette").asText().replace('_', ' ').toLowerCase(Locale.ROOT) + ", table "
                        + record.path("lutSha256").asText().substring(0, 16)
            },
            {
                "Predicted",
                "κδ " + percent(prediction.path("kappaDelta")) + ", "
                        + prediction.path("distinctLevels").asInt() + " of 256 P-values distinct"
            }
        };
    }

    private float rampLine(float y) throws IOException {
        boolean isIntact = record.path("rampIntact").asBoolean();
        String text = isIntact
                ? "The graphics LUT is the one this display was calibrated with."
                : "The graphics LUT was REPLACED since calibration: what is seen is not what was calibrated.";
        sheet.text(PdfSheet.LEFT, y, Style.STRONG.in(isIntact ? PdfSheet.GREEN : PdfSheet.RED), text);
        return y + 24;
    }

    private float column(float x, float y, String heading, String[][] rows) throws IOException {
        sheet.text(x, y, Style.HEADING, heading);
        float baseline = y + 18;
        for (String[] row : rows) {
            sheet.text(x, baseline, Style.BODY.in(PdfSheet.MUTED), row[0]);
            sheet.text(x + LABEL_WIDTH, baseline, Style.BODY, row[1]);
            baseline += LINE;
        }
        return baseline;
    }

    static String percent(JsonNode share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble());
    }

    static String number(JsonNode value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value.asDouble());
    }
}
