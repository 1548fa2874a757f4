package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfTable;

/** What a table was made from and for, and how it is held; only a calibration has one. */
final class TableSection {
    private TableSection() {}

    static void draw(PdfFlow flow, JsonNode made) throws IOException {
        JsonNode target = made.path("target");
        JsonNode prediction = made.path("prediction");
        List<String[]> rows = new ArrayList<>();
        rows.add(row(
                (isGamma(target) ? "Gamma " + number(target.path("exponent"), 2) : "GSDF") + " between",
                number(target.path("minimumCdPerM2"), 3) + " and " + number(target.path("maximumCdPerM2"), 1)
                        + " cd/m², ambient light included"
                        + (isGamma(target) ? "" : " (PS3.14 §7.1, exact inverse)")));
        if (made.has("native")) {
            rows.add(row("Native curve", nativeCurve(made.path("native"))));
        }
        rows.add(row("Held in", holder(target) + bits(made.path("table"))));
        rows.add(row("Table hash", made.path("lutSha256").asText()));
        rows.add(row("Graphics LUT hash", made.path("rampSha256").asText() + readBack(made.path("table"))));
        rows.add(row(
                "Predicted",
                "κδ " + percent(prediction.path("kappaDelta")) + ", "
                        + prediction.path("distinctLevels").asInt() + " of 256 P-values distinct"));
        flow.heading("Target and table", 40);
        PdfTable.pairs(flow, rows);
    }

    private static boolean isGamma(JsonNode target) {
        return target.path("function").asText().equals("gamma");
    }

    private static String holder(JsonNode target) {
        return target.has("palette")
                ? target.path("held").asText() + ", palette "
                        + target.path("palette").asText().replace('_', ' ').toLowerCase(Locale.ROOT)
                : target.path("holder").asText();
    }

    private static String nativeCurve(JsonNode points) {
        JsonNode last = points.path(points.size() - 1);
        return points.size() + " drive levels, " + number(points.path(0).path("cdPerM2"), 3) + " to "
                + number(last.path("cdPerM2"), 1) + " cd/m² emitted; each stands in the attached document";
    }

    private static String bits(JsonNode table) {
        if (table.isMissingNode()) {
            return "";
        }
        String greys = table.has("paletteLevels")
                ? " of " + table.path("paletteLevels").asText() + " greys"
                : "";
        return ": " + table.path("entries").asText() + " entries" + greys + ", "
                + table.path("outputBits").asText() + " bits a channel";
    }

    private static String readBack(JsonNode table) {
        if (table.isMissingNode()) {
            return "";
        }
        String kind = table.path("rampIsNeutral").asBoolean() ? ", neutral" : "";
        return kind
                + (table.path("readBackEqual").asBoolean()
                        ? ", read back equal"
                        : ", READ BACK DIFFERENT from what was loaded");
    }

    private static String[] row(String label, String value) {
        return new String[] {label, value};
    }

    private static String percent(JsonNode share) {
        return QuantityText.percent(share.asDouble());
    }

    private static String number(JsonNode value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value.asDouble());
    }
}
