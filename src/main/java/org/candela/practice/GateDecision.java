package org.candela.practice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.candela.facility.FacilityId;

/**
 * What the gate says of one study at one moment.
 *
 * @param findings in the order of the rules, one at least
 * @param fixed rules that no reason overrides
 */
public record GateDecision(
        GateStep step, FacilityId facility, Instant at, List<GateFinding> findings, List<String> fixed) {
    public GateDecision {
        findings = List.copyOf(findings);
        fixed = List.copyOf(fixed);
    }

    /** Why the study may not be read; empty when it may. */
    public List<GateFinding> blocks() {
        return of(GateFinding.Verdict.BLOCK);
    }

    /** What the reader should know. */
    public List<GateFinding> warnings() {
        return of(GateFinding.Verdict.WARN);
    }

    /** Whether the study may be read. */
    public boolean isOpen() {
        return blocks().isEmpty();
    }

    /** Whether the reader may go on for a typed reason: something blocks, and nothing that no reason overrides. */
    public boolean canBeOverridden() {
        return !isOpen() && blocks().stream().noneMatch(block -> fixed.contains(block.ruleId()));
    }

    /** Ids of the rules that block. */
    public Set<String> blockingRules() {
        return GateFinding.blocking(findings);
    }

    private List<GateFinding> of(GateFinding.Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }
}
