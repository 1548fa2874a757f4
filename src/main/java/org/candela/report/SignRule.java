package org.candela.report;

import java.util.List;

/** One thing that is checked before a signature. Pure: no time, no store. */
interface SignRule {
    /** Stable id, also the requirement it covers. */
    String id();

    /** What is wrong, in the order of the report; empty when nothing is. */
    List<SignFinding> check(SignContext context);
}
