package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candela.displayqa.ledger.RecordView;

/** A record as one report prints it: the findings that have a place of their own, and what one standard says of them. */
final class PrintedRecord {
    private PrintedRecord() {}

    /** A tree with the members {@code target}, {@code response}, {@code before}, {@code uniformity}, … where measured. */
    static JsonNode of(RecordView view, JsonNode judgement) {
        ObjectNode printed = view.tree().deepCopy();
        view.calibration().ifPresent(made -> {
            printed.set("target", made.path("target"));
            printed.set("prediction", made.path("prediction"));
        });
        view.before().ifPresent(before -> printed.set("before", before));
        view.response().ifPresent(response -> printed.set("response", response));
        view.field().ifPresent(field -> printed.set("uniformity", field));
        view.ends().ifPresent(ends -> {
            printed.set("blackCdPerM2", ends.path("blackCdPerM2"));
            printed.set("whiteCdPerM2", ends.path("whiteCdPerM2"));
        });
        printed.set("profile", judgement.path("profile"));
        printed.set("verdicts", judgement.path("verdicts"));
        return printed;
    }
}
