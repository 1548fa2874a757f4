package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.candela.displayqa.ledger.QuantityText;

/** When and where a run was made, in rows of a label and a value. What could not be read says why. */
final class SiteRows {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss xxx", Locale.ENGLISH);
    private static final String NOT_RECORDED = "not recorded by the version that measured";

    private final JsonNode document;
    private final JsonNode record;

    SiteRows(JsonNode document) {
        this.document = document;
        this.record = document.path("record");
    }

    /** The panel: whatever tells it from others. */
    List<String[]> display() {
        JsonNode display = record.path("display");
        String model = (display.path("manufacturer").asText() + " "
                        + display.path("model").asText())
                .strip();
        List<String[]> rows = new ArrayList<>();
        rows.add(row("Identity", display.path("id").asText()));
        rows.add(row(
                "Model, serial",
                (model.isEmpty() ? "not stated by the display" : model) + ", serial "
                        + display.path("serial").asText("not stated")));
        rows.add(row("Manufactured", manufactured(display)));
        rows.add(row("Matrix", matrix(display)));
        rows.add(row("Connector", display.path("connector").asText()));
        rows.add(row("Technology, backlight", technology(display)));
        rows.add(row("Controls", controls(display.path("monitor"))));
        if (display.has("ownSensor")) {
            rows.add(row("Own sensor", ownSensor(display.path("ownSensor"))));
        }
        if (display.has("edidSha256")) {
            rows.add(row("EDID SHA-256", display.path("edidSha256").asText()));
        }
        return rows;
    }

    /** The machine and the time. */
    List<String[]> workstation() {
        JsonNode station = record.path("workstation");
        List<String[]> rows = new ArrayList<>();
        rows.add(row("Host", fact(station.path("host"))));
        rows.add(row("System", fact(station.path("system"))));
        rows.add(row("Program", fact(station.path("program"))));
        rows.add(row("Graphics, driver", fact(station.path("gpu")) + ", " + fact(station.path("gpuDriver"))));
        rows.add(row("UI scale", fact(station.path("uiScale"))));
        rows.add(row("Colour management", fact(station.path("colourManagement"))));
        rows.add(row(
                "Signing key", new PublicKeyHex(document.at("/seal/publicKey").asText()).fingerprint()));
        rows.add(row("Run", time()));
        return rows;
    }

    private String time() {
        JsonNode time = record.path("time");
        if (!time.has("began")) {
            return NOT_RECORDED;
        }
        ZoneId zone = ZoneOffset.of(time.path("offset").asText());
        String began = MOMENT.format(Instant.parse(time.path("began").asText()).atZone(zone));
        return "began " + began
                + (time.has("lastedMs")
                        ? String.format(
                                Locale.ROOT,
                                ", took %.1f s",
                                time.path("lastedMs").asLong() / 1000.0)
                        : "");
    }

    private static String manufactured(JsonNode display) {
        if (!display.has("year")) {
            return "not stated by the display";
        }
        String year = display.path("year").asText();
        return display.has("week") ? "week " + display.path("week").asText() + " of " + year : year;
    }

    private static String matrix(JsonNode display) {
        String shown = display.path("widthPixels").asText() + " × "
                + display.path("heightPixels").asText();
        String own = display.has("nativeWidthPixels")
                ? ", native " + display.path("nativeWidthPixels").asText() + " × "
                        + display.path("nativeHeightPixels").asText()
                : "";
        String size = display.path("widthMm").asInt() > 0
                ? ", " + display.path("widthMm").asText() + " × "
                        + display.path("heightMm").asText() + " mm"
                : "";
        String pitch = display.has("pitchMm")
                ? String.format(
                        Locale.ROOT, ", pitch %.4f mm", display.path("pitchMm").asDouble())
                : "";
        return shown + own + size + pitch;
    }

    private static String technology(JsonNode display) {
        JsonNode monitor = display.path("monitor");
        if (monitor.isMissingNode() || monitor.has("notRead")) {
            return fact(monitor);
        }
        String hours = display.has("backlightHours")
                ? display.path("backlightHours").asText() + " h"
                : "hours not told by the monitor";
        return monitor.path("technology").asText("technology not told") + ", " + hours + ", firmware "
                + monitor.path("firmware").asText("not told");
    }

    private static String controls(JsonNode monitor) {
        if (monitor.isMissingNode() || monitor.has("notRead")) {
            return fact(monitor);
        }
        String all = StreamSupport.stream(monitor.path("controls").properties().spliterator(), false)
                .map(control -> control.getKey().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + control.getValue().path("value").asText())
                .collect(Collectors.joining(", "));
        return (all.isEmpty() ? "it tells of none" : all) + " ("
                + monitor.path("channel").asText() + ")";
    }

    private static String ownSensor(JsonNode seen) {
        double own = seen.path("cdPerM2").asDouble();
        double external = seen.path("externalCdPerM2").asDouble();
        return String.format(
                Locale.ROOT,
                "white %.1f cd/m², %s against the meter; proves nothing alone",
                own,
                QuantityText.change(own / external - 1));
    }

    private static String fact(JsonNode fact) {
        if (fact.isMissingNode()) {
            return NOT_RECORDED;
        }
        return fact.has("notRead") ? "not read: " + fact.path("notRead").asText() : fact.asText();
    }

    private static String[] row(String label, String value) {
        return new String[] {label, value};
    }
}
