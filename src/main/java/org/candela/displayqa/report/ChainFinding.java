package org.candela.displayqa.report;

/**
 * A report held against the chain of the ledger that it comes from.
 *
 * @param text one sentence for the reader
 */
public record ChainFinding(State state, String text) {

    /** Whether the report still stands. */
    public enum State {
        /** The chain holds what the report says. */
        HELD,
        /** It does, and the run was withdrawn, which the report does not say. */
        WITHDRAWN_SINCE,
        /** The chain does not hold what the report says, or is broken itself. */
        NOT_HELD
    }
}
