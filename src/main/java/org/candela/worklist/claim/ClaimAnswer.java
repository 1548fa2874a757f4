package org.candela.worklist.claim;

/**
 * What came of claiming a study at its facility, before it is opened for reading.
 *
 * @param detail who has it, how many there are, or how it was chosen; may be empty
 */
public record ClaimAnswer(Outcome outcome, String detail) {
    /** The ways it can end. */
    public enum Outcome {
        /** The facility keeps it for this reader. */
        OURS,
        /** The facility keeps no claims, or none on this study. */
        HERE_ONLY,
        /** The facility did not answer: asked again by {@link FacilityClaims#settle}. */
        UNANSWERED,
        /** Another reader has it. */
        TAKEN,
        /** Done already, or no longer the facility's to give. */
        GONE,
        /** Several tasks to read it, and nothing tells which. */
        SEVERAL
    }

    /** Whether the study may be opened for reading. */
    public boolean mayBeRead() {
        return switch (outcome) {
            case OURS, HERE_ONLY, UNANSWERED -> true;
            case TAKEN, GONE, SEVERAL -> false;
        };
    }

    static ClaimAnswer of(Outcome outcome) {
        return new ClaimAnswer(outcome, "");
    }
}
