package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a stored run that may be judged. */
final class StoredValues {
    private StoredValues() {}

    /** Of a record of schema 1 the figures are those that its verdicts state. */
    static Judgement.Measured of(StoredRun run) {
        RecordView view = run.view();
        TreeMap<String, Double> values = new TreeMap<>();
        if (view.tree().has("values")) {
            JsonNode stated = view.tree().path("values");
            stated.fieldNames()
                    .forEachRemaining(name -> values.put(name, stated.path(name).asDouble()));
        } else {
            view.judgements().forEach(judgement -> judgement.path("verdicts").forEach(verdict -> put(values, verdict)));
        }
        TreeMap<String, String> missing = new TreeMap<>();
        JsonNode told = view.tree().path("missing");
        told.fieldNames()
                .forEachRemaining(name -> missing.put(name, told.path(name).asText()));
        return new Judgement.Measured(
                new Figures(values, missing), view.tree().path("rampIntact").asBoolean(true));
    }

    private static void put(Map<String, Double> values, JsonNode verdict) {
        if (verdict.has("value")) {
            values.put(verdict.path("quantity").asText(), verdict.path("value").asDouble());
        }
    }
}
