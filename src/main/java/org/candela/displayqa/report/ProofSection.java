package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.ledger.RecordView;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfTable;

/** What a run proved of its own means: that the graphics LUT acts, that white was steady, what white was matched to. */
final class ProofSection {
    private ProofSection() {}

    static void draw(PdfFlow flow, RecordView record) throws IOException {
        List<String[]> rows = new ArrayList<>();
        record.findings("ramp").forEach(found -> rows.add(row("Graphics LUT", ramp(found))));
        record.findings("backlight").forEach(found -> rows.add(row("White meanwhile", backlight(found))));
        record.findings("matched").forEach(found -> rows.add(row("Matched to", matched(found))));
        record.findings("function").forEach(found -> rows.add(row("Power curve", function(found))));
        if (!rows.isEmpty()) {
            flow.heading("Proven by light", 30);
            PdfTable.pairs(flow, rows);
        }
    }

    private static String ramp(JsonNode found) {
        String bits = found.path("bits").asInt() > 0
                ? ", " + found.path("bits").asText() + " bits seen to reach the panel"
                : "";
        return found.path("effect").asText().toLowerCase(Locale.ROOT).replace('_', ' ') + bits + " ("
                + number("%.3f", found.path("neutralCdPerM2")) + " and " + number("%.3f", found.path("testedCdPerM2"))
                + " cd/m²)";
    }

    private static String backlight(JsonNode found) {
        return "read " + found.path("whites").asText() + " times, largest change "
                + String.format(
                        Locale.ROOT,
                        "%+.2f %%",
                        100 * found.path("largestChange").asDouble())
                + (found.path("corrected").asBoolean() ? ", corrected for" : "");
    }

    private static String matched(JsonNode found) {
        return number("%.1f", found.path("whiteCdPerM2")) + " cd/m², set by "
                + found.path("dimmest").asText();
    }

    private static String function(JsonNode found) {
        return "gamma " + number("%.2f", found.path("exponent")) + ", fitted "
                + number("%.3f", found.path("fittedExponent"))
                + ", largest deviation "
                + QuantityText.percent(found.path("deviation").asDouble()) + " at "
                + found.path("count").asText() + " levels";
    }

    private static String number(String pattern, JsonNode value) {
        return String.format(Locale.ROOT, pattern, value.asDouble());
    }

    private static String[] row(String label, String value) {
        return new String[] {label, value};
    }
}
