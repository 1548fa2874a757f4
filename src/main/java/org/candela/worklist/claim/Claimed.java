package org.candela.worklist.claim;

/** What came of asking a facility for a workitem. */
public enum Claimed {
    /** It is this reader's alone. */
    OURS,
    /** Somebody else was first. */
    TAKEN,
    /** The facility has it no longer. */
    GONE,
    /** The facility did not answer: it may be ours. It is asked again under the same transaction. */
    UNKNOWN
}
