package org.candela.audit;

import java.util.function.Function;

/** What a check of the audit chain found. */
public sealed interface AuditVerification {
    /** Answers every case. */
    <R> R match(Function<Intact, R> intact, Function<Broken, R> broken);

    /** Whether every row is the row that was written. */
    default boolean isIntact() {
        return match(intact -> true, broken -> false);
    }

    /**
     * Nothing was changed.
     *
     * @param headHash hash of the newest row, which vouches for all before it; 64 zeros for an empty log
     */
    record Intact(long eventCount, String headHash) implements AuditVerification {
        @Override
        public <R> R match(Function<Intact, R> intact, Function<Broken, R> broken) {
            return intact.apply(this);
        }
    }

    /** The chain breaks first at {@code sequence}. */
    record Broken(long sequence, String reason) implements AuditVerification {
        @Override
        public <R> R match(Function<Intact, R> intact, Function<Broken, R> broken) {
            return broken.apply(this);
        }
    }
}
