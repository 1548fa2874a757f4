package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.candela.calibration.Assessment;
import org.candela.displayqa.measure.QaKind;

/**
 * What was said of a run after it was kept. The run itself is never changed.
 *
 * @param run what it is about
 * @param said by which standard it was judged; empty for a withdrawal
 * @param reason why the run does not count; empty for a judgement
 */
record LaterEntry(QaKind kind, StoredRun run, Said by, List<Judgement> said, String reason) {
    static LaterEntry judgement(StoredRun run, Said by, Judgement judgement) {
        return new LaterEntry(QaKind.JUDGEMENT, run, by, List.of(judgement), "");
    }

    static LaterEntry withdrawal(StoredRun run, Said by, String reason) {
        return new LaterEntry(QaKind.WITHDRAWAL, run, by, List.of(), reason);
    }

    Assessment overall() {
        return Judgement.worst(said);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", RecordJson.SCHEMA)
                .put("kind", kind.name())
                .put("at", by.at().toString())
                .put("operator", by.operator())
                .put("simulated", run.isSimulated());
        json.putObject("display").put("id", run.display().value());
        json.putObject("about").put("run", run.sequence()).put("hash", run.hash());
        if (kind == QaKind.WITHDRAWAL) {
            json.put("reason", reason);
        }
        ArrayNode judgements = RecordJson.judgements(said);
        json.set("judgements", judgements);
        json.put("overall", overall().name());
        json.putArray("readings");
        return json;
    }
}
