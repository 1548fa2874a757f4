package org.candela.practice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.candela.facility.FacilityId;

/**
 * A decision of the gate as it was kept.
 *
 * @param studyHash the study, without its UID
 * @param reason why the reader went on against it; blank unless overridden
 */
public record KeptDecision(
        long number,
        Instant at,
        String reader,
        GateStep step,
        FacilityId facility,
        String studyHash,
        Outcome outcome,
        String reason,
        List<GateFinding> findings) {
    public KeptDecision {
        findings = List.copyOf(findings);
    }

    /** Ids of the rules that blocked. */
    Set<String> blockingRules() {
        return GateFinding.blocking(findings);
    }

    /** What came of it. */
    public enum Outcome {
        OPEN,
        BLOCKED,
        OVERRIDDEN
    }
}
