package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import org.candela.calibration.Quantity;

/** The figures of a stored run that may be judged. */
final class StoredValues {
    private StoredValues() {}

    /** Of a record of schema 1 the figures are those that its verdicts state. */
    static Judgement.Measured of(StoredRun run) {
        RecordView view = run.view();
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        if (view.tree().has("values")) {
            JsonNode stated = view.tree().path("values");
            stated.fieldNames()
                    .forEachRemaining(name ->
                            values.put(Quantity.valueOf(name), stated.path(name).asDouble()));
        } else {
            view.judgements().forEach(judgement -> judgement.path("verdicts").forEach(verdict -> put(values, verdict)));
        }
        return new Judgement.Measured(values, view.tree().path("rampIntact").asBoolean(true));
    }

    private static void put(Map<Quantity, Double> values, JsonNode verdict) {
        if (verdict.has("value")) {
            values.put(
                    Quantity.valueOf(verdict.path("quantity").asText()),
                    verdict.path("value").asDouble());
        }
    }
}
