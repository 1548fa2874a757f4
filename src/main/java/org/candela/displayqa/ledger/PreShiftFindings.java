package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one pre-shift check found on one display, from its record. Immutable. */
// [impl->req~displayqa.pre-shift-course~1]
public final class PreShiftFindings {
    private final StoredRun run;
    private final RecordView view;

    private PreShiftFindings(StoredRun run) {
        this.run = run;
        this.view = run.view();
    }

    /** What {@code run}, a pre-shift check, found. */
    public static PreShiftFindings of(StoredRun run) {
        return new PreShiftFindings(run);
    }

    /** The check itself. */
    public StoredRun run() {
        return run;
    }

    /** Whether a pattern was looked at, which the command line cannot do. */
    public boolean wasLooked() {
        return pattern().isPresent();
    }

    /** All of it in one line: {@code "L'max 360.1 cd/m² · L'min 1.03 cd/m² · …"}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        view.ends().ifPresent(ends -> {
            parts.add(format("L'max %.1f cd/m²", ends.path("whiteCdPerM2").asDouble()));
            parts.add(format("L'min %.2f cd/m²", ends.path("blackCdPerM2").asDouble()));
        });
        parts.add(ambient());
        parts.add(room());
        parts.add(view.tree().path("rampIntact").asBoolean(true) ? "graphics LUT intact" : "graphics LUT REPLACED");
        parts.add(pattern().map(PreShiftFindings::seen).orElse("no pattern looked at"));
        parts.add(meter());
        return String.join(" \u00b7 ", parts);
    }

    private String meter() {
        String due = view.tree().path("photometer").path("calibrationDue").asText("unknown");
        if (run.isSimulated()) {
            return "SIMULATED meter";
        }
        return due.equals("unknown") ? "no certificate of the meter is known" : "meter's certificate until " + due;
    }

    private Optional<JsonNode> pattern() {
        return view.findings("visual").findFirst();
    }

    private String ambient() {
        JsonNode conditions = view.tree().path("conditions");
        return format("L_amb %.2f cd/m²", conditions.path("ambientCdPerM2").asDouble()) + " ("
                + conditions.path("ambientSource").asText() + ")";
    }

    private String room() {
        JsonNode light = view.tree().path("conditions").path("illuminance");
        return light.isMissingNode()
                ? "room light not measured"
                : format("room %.0f lx", light.path("lux").asDouble()) + " ("
                        + light.path("source").asText() + ", "
                        + light.path("at").asText().substring(0, "2026-11-24".length()) + ")";
    }

    private static String seen(JsonNode pattern) {
        String title = pattern.path("pattern").path("title").asText();
        return switch (pattern.path("outcome").asText()) {
            case "PASS" -> title + " seen as it must be";
            case "FAIL" -> title + " NOT seen as it must be";
            default -> title + " skipped";
        };
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
