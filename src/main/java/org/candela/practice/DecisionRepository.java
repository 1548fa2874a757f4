package org.candela.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code gate_decision}. */
final class DecisionRepository {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DecisionRepository() {}

    static void append(Tx tx, KeptDecision decision) throws StoreException {
        tx.update(
                "INSERT INTO gate_decision (at, reader, step, facility, study_hash, outcome, reason, findings)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                decision.at(),
                decision.reader(),
                decision.step(),
                decision.facility().value(),
                decision.studyHash(),
                decision.outcome(),
                decision.reason(),
                DecisionExport.findings(decision.findings()).toString());
    }

    /** Those from {@code since} on, oldest first. */
    static List<KeptDecision> since(Tx tx, Instant since) throws StoreException {
        return tx.query("SELECT * FROM gate_decision WHERE at >= ? ORDER BY id", DecisionRepository::read, since);
    }

    /** The reader's last override of the gate for a study; empty when there is none since {@code since}. */
    static Optional<KeptDecision> lastOverride(Tx tx, StudyReader who, Instant since) throws StoreException {
        return tx.one(
                "SELECT * FROM gate_decision WHERE study_hash = ? AND reader = ? AND outcome = ? AND at >= ?"
                        + " ORDER BY id DESC LIMIT 1",
                DecisionRepository::read,
                who.studyHash(),
                who.reader(),
                KeptDecision.Outcome.OVERRIDDEN,
                since);
    }

    private static KeptDecision read(Row row) throws StoreException {
        return new KeptDecision(
                row.longValue("id"),
                row.instant("at"),
                row.string("reader"),
                GateStep.valueOf(row.string("step")),
                new FacilityId(row.string("facility")),
                row.string("study_hash"),
                KeptDecision.Outcome.valueOf(row.string("outcome")),
                row.string("reason"),
                findings(row.string("findings")));
    }

    private static List<GateFinding> findings(String text) throws StoreException {
        try {
            List<GateFinding> findings = new ArrayList<>();
            for (JsonNode one : MAPPER.readTree(text)) {
                findings.add(new GateFinding(
                        one.path("rule").asText(),
                        GateFinding.Verdict.valueOf(one.path("verdict").asText()),
                        one.path("text").asText(),
                        one.path("evidence").asText()));
            }
            return findings;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new StoreException("store.value", "findings of a decision of the gate cannot be read", e);
        }
    }
}
