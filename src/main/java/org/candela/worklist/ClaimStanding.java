package org.candela.worklist;

/**
 * How far a claim on a study reaches beyond this workstation.
 *
 * @param detail who has it, or why the facility keeps no claim; may be empty
 */
public record ClaimStanding(Kept kept, String detail) {
    /** Nothing is known beyond what this workstation keeps. */
    public static final ClaimStanding UNKNOWN = new ClaimStanding(Kept.HERE_ONLY, "");

    /** Who keeps a claim. */
    public enum Kept {
        /** This workstation alone; other readers cannot see it. */
        HERE_ONLY,
        /** The facility, for us: no other reader gets the study. */
        AT_FACILITY,
        /** Asked of the facility, which has not answered: asked again, and another reader may be first. */
        UNANSWERED,
        /** The facility, for another reader. */
        TAKEN
    }

    /** Whether another reader has the study. */
    public boolean isTaken() {
        return kept == Kept.TAKEN;
    }
}
