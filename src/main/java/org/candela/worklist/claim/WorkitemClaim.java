package org.candela.worklist.claim;

import java.time.Instant;
import java.util.Optional;
import org.candela.base.Uid;

/**
 * A claim as it stands on the disk.
 *
 * @param transaction the secret that makes its bearer the owner
 * @param ownedAt when it became ours, if that is known
 */
record WorkitemClaim(Workitem workitem, Uid transaction, String reader, State state, Optional<Instant> ownedAt) {

    /** Where a claim stands. */
    enum State {
        /** About to be asked for, or asked for without an answer. */
        INTENT,
        OWNED,
        /** To be told done; not yet answered. */
        COMPLETING,
        /** To be given up; not yet answered. */
        CANCELING,
        ENDED,
        TAKEN,
        GONE;

        /** Whether the facility has still to be asked. */
        boolean isOpen() {
            return this == INTENT || this == COMPLETING || this == CANCELING;
        }

        /** Whether the facility may hold the workitem in our name. */
        boolean isHeld() {
            return isOpen() || this == OWNED;
        }
    }

    WorkitemClaim in(State next) {
        return new WorkitemClaim(workitem, transaction, reader, next, ownedAt);
    }
}
