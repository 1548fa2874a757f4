package org.candela.worklist.claim;

import java.util.Optional;

/**
 * What a facility has of workitems to read one study.
 *
 * @param workitem the one to claim; empty unless one is free
 * @param detail who has it, or how it was chosen; may be empty
 */
record Finding(Kind kind, Optional<Workitem> workitem, String detail) {
    /** What there is. */
    enum Kind {
        /** One that nobody has. */
        FREE,
        /** Another reader has it. */
        TAKEN,
        /** It is done. */
        DONE,
        /** None, or none any more. */
        NONE,
        /** Several that nobody has and nothing tells apart. */
        SEVERAL
    }
}
