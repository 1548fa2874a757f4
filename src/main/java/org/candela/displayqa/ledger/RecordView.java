package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.calibration.CalibrationGoal;

/**
 * A stored record, whichever version wrote it: one way of finding its parts. Immutable.
 *
 * <p>The text that the chain covers is never rewritten; a record of schema 1 is only read as if it were one of schema 2.
 */
// [impl->req~displayqa.record-versions~1]
public final class RecordView {
    private static final int ROUTINE_LEVELS = 18;
    private static final int TESTED_P_VALUE = 204;

    private final JsonNode record;
    private final List<JsonNode> findings;
    private final List<JsonNode> judgements;

    private RecordView(JsonNode record, List<JsonNode> findings, List<JsonNode> judgements) {
        this.record = record;
        this.findings = List.copyOf(findings);
        this.judgements = List.copyOf(judgements);
    }

    /** The parts of a record's tree. */
    public static RecordView of(JsonNode record) {
        return record.has("schema")
                ? new RecordView(record, list(record.path("findings")), list(record.path("judgements")))
                : new RecordView(record, firstFindings(record), List.of(firstJudgement(record)));
    }

    /** The whole record as it was written. */
    public JsonNode tree() {
        return record;
    }

    /** Findings of one type, as {@code "field"}, in the order measured. */
    public Stream<JsonNode> findings(String type) {
        return findings.stream().filter(finding -> finding.path("type").asText().equals(type));
    }

    /** Types of the findings that there are, each once, in the order measured. */
    public List<String> types() {
        return findings.stream()
                .map(finding -> finding.path("type").asText())
                .distinct()
                .toList();
    }

    /** What was made; only a calibration has it. */
    public Optional<JsonNode> calibration() {
        return findings("calibration").findFirst();
    }

    /** The response at 18 levels through the table. */
    public Optional<JsonNode> response() {
        return findings("levels")
                .filter(levels -> levels.path("count").asInt() == ROUTINE_LEVELS)
                .findFirst();
    }

    /** The display function that a table was made for; the GSDF where the record says nothing else. */
    public CalibrationGoal.Function function() {
        JsonNode target = calibration().map(made -> made.path("target")).orElse(MissingNode.getInstance());
        return target.path("function").asText().equals("gamma")
                ? new CalibrationGoal.Gamma(target.path("exponent").asDouble())
                : new CalibrationGoal.Gsdf();
    }

    /** The response before the table was made; only a calibration has it. */
    public Optional<JsonNode> before() {
        return calibration().map(made -> made.path("before")).filter(before -> !before.isMissingNode());
    }

    /** The even field that standards limit, else the last one. */
    public Optional<JsonNode> field() {
        List<JsonNode> fields = findings("field").toList();
        return fields.stream()
                .filter(field -> field.path("p").asInt() == TESTED_P_VALUE)
                .findFirst()
                .or(() -> fields.stream().reduce((one, last) -> last));
    }

    /** White and black, where nothing more was measured. */
    public Optional<JsonNode> ends() {
        return findings("ends").findFirst();
    }

    /** What each standard says: {@code profile}, {@code verdicts}, {@code overall}. */
    public List<JsonNode> judgements() {
        return judgements;
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }

    private static List<JsonNode> firstFindings(JsonNode record) {
        List<JsonNode> findings = new ArrayList<>();
        if (record.has("target")) {
            ObjectNode made = typed(record.deepCopy(), "calibration");
            findings.add(made.retain("type", "target", "prediction", "lutSha256", "rampSha256", "before"));
        }
        if (record.has("response")) {
            findings.add(typed(record.path("response").deepCopy(), "levels").put("count", ROUTINE_LEVELS));
        }
        if (record.has("blackCdPerM2")) {
            ObjectNode ends = typed(record.deepCopy(), "ends");
            findings.add(ends.retain("type", "blackCdPerM2", "whiteCdPerM2"));
        }
        if (record.has("uniformity")) {
            findings.add(typed(record.path("uniformity").deepCopy(), "field"));
        }
        return findings;
    }

    private static ObjectNode typed(JsonNode copy, String type) {
        return ((ObjectNode) copy).put("type", type);
    }

    private static JsonNode firstJudgement(JsonNode record) {
        ObjectNode judgement = record.deepCopy();
        return judgement.retain("profile", "verdicts", "overall");
    }
}
