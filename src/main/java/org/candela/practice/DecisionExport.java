package org.candela.practice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.candela.base.CsvLine;

/** Decisions of the gate for others: a row, or an object, for each. */
// [impl->req~licence.decision-kept~1]
public final class DecisionExport {
    private static final List<String> COLUMNS = List.of(
            "decision",
            "at",
            "reader",
            "step",
            "facility",
            "study",
            "outcome",
            "reason",
            "rule",
            "verdict",
            "text",
            "evidence");

    private DecisionExport() {}

    /** CSV with a row for each finding. */
    public static String csv(List<KeptDecision> decisions) {
        StringBuilder csv = new StringBuilder(CsvLine.of(COLUMNS));
        decisions.forEach(decision -> decision.findings()
                .forEach(finding -> csv.append(CsvLine.of(List.of(
                        String.valueOf(decision.number()),
                        decision.at().toString(),
                        decision.reader(),
                        decision.step().name(),
                        decision.facility().value(),
                        decision.studyHash(),
                        decision.outcome().name(),
                        decision.reason(),
                        finding.ruleId(),
                        finding.verdict().name(),
                        finding.text(),
                        finding.evidence())))));
        return csv.toString();
    }

    /** JSON with an object for each decision. */
    public static ArrayNode json(List<KeptDecision> decisions) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        decisions.forEach(decision -> json.add(json(decision)));
        return json;
    }

    private static ObjectNode json(KeptDecision decision) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("decision", decision.number())
                .put("at", decision.at().toString())
                .put("reader", decision.reader())
                .put("step", decision.step().name())
                .put("facility", decision.facility().value())
                .put("study", decision.studyHash())
                .put("outcome", decision.outcome().name())
                .put("reason", decision.reason());
        json.set("findings", findings(decision.findings()));
        return json;
    }

    /** Findings as JSON, an object for each. */
    public static ArrayNode findings(List<GateFinding> findings) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> json.addObject()
                .put("rule", finding.ruleId())
                .put("verdict", finding.verdict().name())
                .put("text", finding.text())
                .put("evidence", finding.evidence()));
        return json;
    }
}
