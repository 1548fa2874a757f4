package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.ledger.RecordView;

/**
 * A report document as rows of one table: sections report, verdict, levels, field, colour, native (the panel without a table),
 * one for each other finding, later, reading.
 */
// [impl->req~displayqa.report-csv~1]
final class ReportCsv {
    private static final List<String> HEADS =
            List.of("facility", "standard", "judgement", "withdrawn", "record", "chain");
    /** Members with sections of their own. */
    private static final List<String> APART = List.of("verdicts", "readings", "findings", "judgements", "later");

    /** Findings that are rows of levels, places or colours. */
    private static final List<String> TABLES = List.of("levels", "field", "colours");
    /** Members of findings that have sections of their own, or tell only which finding it is. */
    private static final List<String> ELSEWHERE = List.of("type", "native", "before");

    private final JsonNode document;
    private final StringBuilder text = new StringBuilder(CsvText.head());

    private ReportCsv(JsonNode document) {
        this.document = document;
    }

    /** UTF-8, without a seal. */
    static byte[] of(JsonNode document) {
        ReportCsv csv = new ReportCsv(document);
        csv.write();
        return csv.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write() {
        value("/" + ReportDocument.VERSION_MEMBER, document.path(ReportDocument.VERSION_MEMBER));
        HEADS.forEach(head -> values("/" + head, document.path(head)));
        int row = 1;
        for (JsonNode verdict : document.path("judgement").path("verdicts")) {
            verdict(row++, verdict);
        }
        RecordView view = RecordView.of(document.path("record"));
        view.before().ifPresent(before -> levels("before", before));
        view.findings("levels").forEach(levels -> levels(levels.path("count").asText(), levels));
        view.findings("field").forEach(this::field);
        view.findings("colours").forEach(this::colours);
        view.calibration().ifPresent(made -> nativeCurve(made.path("native")));
        view.types().stream().filter(type -> !TABLES.contains(type)).forEach(type -> view.findings(type)
                .forEach(finding -> finding(type, "", finding)));
        for (JsonNode later : document.path("chain").path("later")) {
            later(later);
        }
        readings(document.path("record").path("readings"));
    }

    /** Every value that has no section of its own, named by its JSON pointer. */
    private void values(String pointer, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                if (!APART.contains(member.getKey())) {
                    values(pointer + "/" + member.getKey(), member.getValue());
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                values(pointer + "/" + i, node.path(i));
            }
        } else if (!node.isMissingNode()) {
            value(pointer, node);
        }
    }

    private void value(String pointer, JsonNode node) {
        text.append(CsvText.row(Map.of("section", "report", "name", pointer, "value", node.asText())));
    }

    private void verdict(int row, JsonNode verdict) {
        Map<String, String> cells = section("verdict", row);
        cells.put("name", verdict.path("quantity").asText());
        for (String member :
                new String[] {"value", "unit", "operator", "limit", "result", "clause", "edition", "source", "verified"
                }) {
            cells.put(member, verdict.path(member).asText());
        }
        text.append(CsvText.row(cells));
    }

    private void levels(String name, JsonNode response) {
        int row = 1;
        for (JsonNode level : response.path("levels")) {
            Map<String, String> cells = section("levels", row++);
            cells.put("name", name);
            cells.put("p", level.path("p").asText());
            cells.put("cd_per_m2", level.path("seenCdPerM2").asText());
            cells.put("gsdf_cd_per_m2", level.path("gsdfCdPerM2").asText());
            cells.put("contrast_per_jnd", level.path("contrastPerJnd").asText());
            cells.put("gsdf_contrast_per_jnd", level.path("gsdfContrastPerJnd").asText());
            cells.put("deviation", level.path("deviation").asText());
            text.append(CsvText.row(cells));
        }
    }

    private void field(JsonNode field) {
        JsonNode places = field.path("seenCdPerM2");
        for (int i = 0; i < places.size(); i++) {
            Map<String, String> cells = section("field", i + 1);
            cells.put("name", "row " + (i / Uniformity.SIDE + 1) + " column " + (i % Uniformity.SIDE + 1));
            cells.put("p", field.path("p").asText());
            cells.put("cd_per_m2", places.path(i).asText());
            text.append(CsvText.row(cells));
        }
    }

    private void colours(JsonNode colours) {
        int row = 1;
        for (JsonNode grey : colours.path("greys")) {
            Map<String, String> cells = section("colour", row++);
            cells.put("p", grey.path("p").asText());
            cells.put("cd_per_m2", grey.path("y").asText());
            cells.put("x", grey.path("x").asText());
            cells.put("z", grey.path("z").asText());
            text.append(CsvText.row(cells));
        }
    }

    private void nativeCurve(JsonNode points) {
        int row = 1;
        for (JsonNode point : points) {
            Map<String, String> cells = section("native", row++);
            cells.put("name", "ddl");
            cells.put("value", point.path("ddl").asText());
            cells.put("cd_per_m2", point.path("cdPerM2").asText());
            text.append(CsvText.row(cells));
        }
    }

    /** Every value of a finding that no other section has, by its place in it. */
    private void finding(String type, String place, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                boolean isElsewhere = place.isEmpty() && ELSEWHERE.contains(member.getKey());
                if (!isElsewhere) {
                    String inner = place.isEmpty() ? member.getKey() : place + "/" + member.getKey();
                    finding(type, inner, member.getValue());
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                finding(type, place + "/" + i, node.path(i));
            }
        } else {
            Map<String, String> cells = section(type, 1);
            cells.put("name", place);
            cells.put("value", node.asText());
            text.append(CsvText.row(cells));
        }
    }

    private void later(JsonNode entry) {
        Map<String, String> cells = section("later", entry.path("sequence").asInt());
        JsonNode record = entry.path("record");
        cells.put("name", record.path("kind").asText());
        cells.put("value", record.path("reason").asText());
        cells.put("result", record.path("overall").asText());
        cells.put("source", entry.path("hash").asText());
        text.append(CsvText.row(cells));
    }

    private void readings(JsonNode readings) {
        for (int i = 0; i < readings.size(); i++) {
            JsonNode reading = readings.path(i);
            Map<String, String> cells = section("reading", i + 1);
            cells.put("rgb", reading.path("rgb").asText());
            cells.put("cd_per_m2", reading.path("cdPerM2").asText());
            cells.put("x", reading.path("x").asText());
            cells.put("z", reading.path("z").asText());
            cells.put("accepted", reading.path("accepted").asText());
            if (reading.has("ms")) {
                cells.put("name", "ms");
                cells.put("value", reading.path("ms").asText());
            }
            text.append(CsvText.row(cells));
        }
    }

    private static Map<String, String> section(String name, int row) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("section", name);
        cells.put("row", Integer.toString(row));
        return cells;
    }
}
