package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.calibration.Assessment;
import org.candela.displayqa.ledger.RecordView;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.report.PdfFlow.Banner;
import org.candela.displayqa.report.PdfSheet.Style;
import org.candela.displayqa.report.PdfSheet.Weight;

/** First part of a report: for whom, the result, what was measured, with what, under which conditions. */
final class ReportFront {
    private static final Style TITLE = new Style(20, PdfSheet.INK, Weight.BOLD);
    private static final Style FACILITY = new Style(12, PdfSheet.INK, Weight.BOLD);
    private static final Style RESULT = new Style(16, PdfSheet.INK, Weight.BOLD);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Banner SIMULATED =
            new Banner(new Style(11, PdfSheet.AMBER, Weight.BOLD), Style.NOTE.in(PdfSheet.AMBER), new Color(0xFBF1DE));
    private static final Banner WITHDRAWN = new Banner(
            new Style(22, PdfSheet.RED, Weight.BOLD), new Style(13, PdfSheet.RED, Weight.BOLD), new Color(0xFAE9E8));

    private final PdfFlow flow;
    private final JsonNode document;
    private final JsonNode record;
    private final RecordView view;

    ReportFront(PdfFlow flow, JsonNode document) {
        this.flow = flow;
        this.document = document;
        this.record = document.path("record");
        this.view = RecordView.of(record);
    }

    void draw() throws IOException {
        float top = flow.take(26);
        flow.sheet().text(PdfSheet.LEFT, top + 16, TITLE, "Display QA report");
        flow.sheet().textEnding(PdfSheet.RIGHT, top + 16, new Style(11, PdfSheet.ACCENT, Weight.BOLD), "Candela");
        flow.paragraph(FACILITY, document.at("/facility/name").asText("for no facility in particular"));
        flow.paragraph(Style.BODY, document.at("/standard/title").asText());
        flow.paragraph(
                Style.BODY.in(PdfSheet.MUTED),
                QaKind.valueOf(record.path("kind").asText()).title() + " · "
                        + MOMENT.format(Instant.parse(record.path("at").asText())) + " · "
                        + record.path("operator").asText());
        flow.space(8);
        banners();
        result();
        flow.heading("Display", 40);
        PdfTable.pairs(flow, displayRows());
        flow.heading("Meter and conditions", 40);
        PdfTable.pairs(flow, conditionRows());
        target();
        ramp();
    }

    /** A simulated or withdrawn run must be seen as such before anything else is read. */
    // [impl->req~displayqa.simulated~1]
    private void banners() throws IOException {
        for (JsonNode withdrawal : document.path("withdrawn")) {
            flow.banner(
                    WITHDRAWN,
                    "WITHDRAWN – this run does not count",
                    "Reason: " + withdrawal.path("reason").asText() + " ("
                            + withdrawal.path("operator").asText() + ", "
                            + withdrawal.path("at").asText() + ", entry "
                            + withdrawal.path("entry").asText() + ")");
        }
        if (isSimulated()) {
            flow.banner(
                    SIMULATED,
                    "SIMULATED – no clinical meaning",
                    "The panel and its light were computed, the meter does not exist: no display was measured.");
        }
    }

    private boolean isSimulated() {
        return record.path("simulated").asBoolean();
    }

    private void result() throws IOException {
        Assessment result = Assessment.valueOf(document.at("/judgement/overall").asText());
        boolean isOnlySimulated = isSimulated() && result == Assessment.PASS;
        boolean isWithdrawn = !document.path("withdrawn").isEmpty();
        Color color = isOnlySimulated ? PdfSheet.AMBER : VerdictTable.color(result);
        String text = (isWithdrawn ? "WITHDRAWN, was " : "")
                + (isSimulated() ? "SIMULATED " : "")
                + result.name().replace('_', ' ');
        float y = flow.take(38);
        flow.sheet().dot(color, PdfSheet.LEFT + 6, y + 15, 6);
        flow.sheet().text(PdfSheet.LEFT + 22, y + 20, RESULT.in(isWithdrawn ? PdfSheet.RED : color), text);
        flow.sheet().textEnding(PdfSheet.RIGHT, y + 20, new Style(10.5f, PdfSheet.INK, Weight.REGULAR), figures());
        flow.sheet().pen(PdfSheet.HAIRLINE, 0.5f, 0);
        flow.sheet().line(PdfSheet.LEFT, y + 34, PdfSheet.RIGHT, y + 34);
    }

    private String figures() {
        Optional<JsonNode> response = view.response();
        if (response.isPresent()) {
            String after = percent(response.orElseThrow().path("kappaDelta"));
            return view.before()
                    .map(before -> "κδ " + percent(before.path("kappaDelta")) + " before → " + after + " after")
                    .orElse("κδ " + after);
        }
        return view.field()
                .map(field -> "MLD " + percent(field.path("maximumLuminanceDeviation")) + ", LUDM "
                        + percent(field.path("deviationFromMedian")))
                .or(() -> view.ends()
                        .map(ends -> "L' " + number(ends.path("blackCdPerM2"), 2) + " to "
                                + number(ends.path("whiteCdPerM2"), 1) + " cd/m²"))
                .orElse("");
    }

    private List<String[]> displayRows() {
        JsonNode display = record.path("display");
        String model = (display.path("manufacturer").asText() + " "
                        + display.path("model").asText())
                .strip();
        String size = display.path("widthMm").asInt() > 0
                ? ", " + display.path("widthMm").asInt() + " × "
                        + display.path("heightMm").asInt() + " mm"
                : "";
        return List.of(
                new String[] {"Identity", display.path("id").asText()},
                new String[] {"Model", model.isEmpty() ? "not stated by the display" : model},
                new String[] {"Serial", display.path("serial").asText("not stated by the display")},
                new String[] {"Year", display.path("year").asText("not stated by the display")},
                new String[] {
                    "Matrix",
                    display.path("widthPixels").asInt() + " × "
                            + display.path("heightPixels").asInt() + size
                },
                new String[] {
                    "Workstation",
                    "connector " + display.path("connector").asText()
                            + "; the workstation is known by its signing key, "
                            + new PublicKeyHex(document.at("/seal/publicKey").asText()).fingerprint()
                });
    }

    private List<String[]> conditionRows() {
        JsonNode meter = record.path("photometer");
        JsonNode conditions = record.path("conditions");
        String mark = meter.path("simulated").asBoolean() ? "SIMULATED " : "";
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "Meter",
            mark + meter.path("make").asText() + " " + meter.path("model").asText() + ", serial "
                    + meter.path("serial").asText()
        });
        rows.add(new String[] {"Certificate", certificate(meter.path("certificate"))});
        rows.add(new String[] {"Calibration due", meter.path("calibrationDue").asText()});
        rows.add(new String[] {
            "Ambient light",
            number(conditions.path("ambientCdPerM2"), 2) + " cd/m², "
                    + conditions.path("ambientSource").asText()
        });
        rows.add(new String[] {"Warm-up", conditions.path("warmUpMinutes").asInt() + " min"});
        rows.add(new String[] {"Readings", readings()});
        return rows;
    }

    private static String certificate(JsonNode certificate) {
        if (certificate.isMissingNode()) {
            return "none entered";
        }
        String uncertainty = certificate.has("relativeUncertainty")
                ? ", uncertainty " + percent(certificate.path("relativeUncertainty"))
                : ", uncertainty not stated";
        return certificate.path("number").asText() + " of "
                + certificate.path("issuer").asText() + ", calibrated "
                + certificate.path("calibratedOn").asText() + ", due "
                + certificate.path("due").asText() + uncertainty;
    }

    private String readings() {
        int rejected = 0;
        for (JsonNode reading : record.path("readings")) {
            rejected += reading.path("accepted").asBoolean() ? 0 : 1;
        }
        return record.path("readings").size() + ", of which " + rejected + " rejected";
    }

    private void target() throws IOException {
        Optional<JsonNode> made = view.calibration();
        if (made.isEmpty()) {
            return;
        }
        JsonNode target = made.orElseThrow().path("target");
        JsonNode prediction = made.orElseThrow().path("prediction");
        flow.heading("Target and table", 40);
        PdfTable.pairs(
                flow,
                List.of(
                        new String[] {
                            functionOf(target) + " between",
                            number(target.path("minimumCdPerM2"), 3) + " and "
                                    + number(target.path("maximumCdPerM2"), 1)
                                    + " cd/m², ambient light included"
                                    + (isGamma(target) ? "" : " (PS3.14 §7.1, exact inverse)")
                        },
                        new String[] {
                            "Held in",
                            holder(target) + ", table hash "
                                    + record.path("lutSha256").asText()
                        },
                        new String[] {
                            "Predicted",
                            "κδ " + percent(prediction.path("kappaDelta")) + ", "
                                    + prediction.path("distinctLevels").asInt() + " of 256 P-values distinct"
                        }));
    }

    private static boolean isGamma(JsonNode target) {
        return target.path("function").asText().equals("gamma");
    }

    private static String functionOf(JsonNode target) {
        return isGamma(target) ? "Gamma " + number(target.path("exponent"), 2) : "GSDF";
    }

    private static String holder(JsonNode target) {
        return target.has("palette")
                ? target.path("held").asText() + ", palette "
                        + target.path("palette").asText().replace('_', ' ').toLowerCase(Locale.ROOT)
                : target.path("holder").asText();
    }

    private void ramp() throws IOException {
        if (!record.path("rampIntact").isBoolean()) {
            return;
        }
        boolean isIntact = record.path("rampIntact").asBoolean();
        flow.space(8);
        flow.paragraph(
                Style.STRONG.in(isIntact ? PdfSheet.GREEN : PdfSheet.RED),
                isIntact
                        ? "The graphics LUT is the one this display was calibrated with."
                        : "The graphics LUT was REPLACED since calibration: what is seen is not what was calibrated.");
    }

    private static String percent(JsonNode share) {
        return QuantityText.percent(share.asDouble());
    }

    private static String number(JsonNode value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value.asDouble());
    }
}
