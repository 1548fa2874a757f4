package org.candela.report;

import java.util.Map;
import java.util.Set;

/** Where a report stands. Only the edges listed here exist. */
// [impl->req~report.states~1]
public enum ReportState {
    /** Being written. */
    DRAFT,
    /** Written or refused by the facility, and kept from signature until its order is there. */
    HELD,
    PRELIMINARY,
    FINAL,
    /** Something was added to a signed report. */
    ADDENDED,
    CORRECTED,
    /** Its newest version was refused by the facility, or thrown back by a reader; somebody must act. */
    REJECTED,
    /** It was of the wrong patient; its study is to be read. */
    WITHDRAWN;

    private static final Set<ReportState> AMENDED = Set.of(ADDENDED, CORRECTED, REJECTED, WITHDRAWN);

    private static final Map<ReportState, Set<ReportState>> EDGES = Map.of(
            DRAFT, Set.of(HELD, PRELIMINARY, FINAL),
            HELD, Set.of(DRAFT, PRELIMINARY, FINAL, ADDENDED, CORRECTED, REJECTED),
            PRELIMINARY, Set.of(FINAL, REJECTED, WITHDRAWN),
            FINAL, AMENDED,
            ADDENDED, AMENDED,
            CORRECTED, AMENDED,
            REJECTED, Set.of(HELD, PRELIMINARY, FINAL, ADDENDED, CORRECTED, WITHDRAWN),
            WITHDRAWN, Set.of(DRAFT, HELD, PRELIMINARY, FINAL));

    /** Whether a report may go from here to {@code next}. */
    public boolean canBecome(ReportState next) {
        return EDGES.getOrDefault(this, Set.of()).contains(next);
    }

    /** The state that a signature of this meaning leads to. */
    public static ReportState after(SignatureMeaning meaning) {
        return switch (meaning) {
            case PRELIMINARY -> PRELIMINARY;
            case FINAL -> FINAL;
            case ADDENDUM -> ADDENDED;
            case CORRECTED -> CORRECTED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
