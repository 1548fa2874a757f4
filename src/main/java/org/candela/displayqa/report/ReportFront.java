package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.calibration.Assessment;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.ledger.RecordView;
import org.candela.displayqa.measure.QaKind;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfFlow.Banner;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfSheet.Weight;
import org.candela.paper.PdfTable;

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
        contact();
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
        PdfTable.pairs(flow, new SiteRows(document).display());
        flow.heading("Meter and conditions", 40);
        PdfTable.pairs(flow, conditionRows());
    }

    /** Who answers for displays there, and where this goes; lines that nobody told are left out. */
    // [impl->req~displayqa.report-contact~1]
    private void contact() throws IOException {
        JsonNode facility = document.path("facility");
        line("", facility, "department", "room");
        line("Responsible: ", facility, "responsible", "mail", "phone");
        line("Report goes to: ", facility, "exportRecipient");
    }

    private void line(String label, JsonNode facility, String... members) throws IOException {
        String text = Arrays.stream(members)
                .map(member -> facility.path(member).asText())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
        if (!text.isEmpty()) {
            flow.paragraph(Style.BODY.in(PdfSheet.MUTED), label + text);
        }
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
        ramp();
    }

    private void ramp() throws IOException {
        if (!record.path("rampIntact").isBoolean()) {
            return;
        }
        boolean isIntact = record.path("rampIntact").asBoolean();
        flow.space(6);
        flow.paragraph(
                Style.STRONG.in(isIntact ? PdfSheet.GREEN : PdfSheet.RED),
                isIntact
                        ? "The graphics LUT is the one this display was calibrated with."
                        : "The graphics LUT was REPLACED since calibration: what is seen is not what was calibrated.");
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
        if (conditions.has("illuminance")) {
            JsonNode room = conditions.path("illuminance");
            rows.add(new String[] {
                "Room light",
                number(room.path("lux"), 0) + " lx, " + room.path("source").asText() + ", "
                        + room.path("by").asText() + ", " + room.path("at").asText()
            });
        }
        rows.add(new String[] {"Warm-up, screen, room", warmUp(conditions)});
        rows.add(new String[] {"Readings", readings()});
        return rows;
    }

    private static String warmUp(JsonNode conditions) {
        String cleaned = conditions.has("screenCleaned")
                ? (conditions.path("screenCleaned").asBoolean() ? "screen cleaned" : "screen NOT cleaned")
                : "cleaning not told";
        String temperature = conditions.has("temperatureCelsius")
                ? number(conditions.path("temperatureCelsius"), 1) + " °C"
                : "temperature not told";
        return conditions.path("warmUpMinutes").asInt() + " min, " + cleaned + ", " + temperature;
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

    private static String percent(JsonNode share) {
        return QuantityText.percent(share.asDouble());
    }

    private static String number(JsonNode value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value.asDouble());
    }
}
