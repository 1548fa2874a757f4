package org.candela.worklist;

import java.util.Map;
import java.util.Set;

/** Where a reading stands. Only the edges listed here exist. */
public enum ReadingState {
    /** Ordered; its images are not here yet. Told by orders and never kept: what comes of it begins as {@link #READY}. */
    NEW,
    /** Nobody reads it. */
    READY,
    /** This reader has it; not open yet. */
    CLAIMED,
    /** Its images are on the screens. */
    OPEN,
    /** Laid aside for something more urgent; still this reader's. */
    PUT_ASIDE,
    /** A preliminary report is signed. */
    PRELIMINARY,
    /** The final report is signed; a withdrawn one leaves the study to be read anew. */
    FINAL,
    /** Its facility took the order back before anybody here began. Told by orders and never kept. */
    CANCELLED;

    private static final Map<ReadingState, Set<ReadingState>> EDGES = Map.of(
            READY, Set.of(CLAIMED),
            CLAIMED, Set.of(OPEN, READY),
            OPEN, Set.of(PUT_ASIDE, READY, PRELIMINARY, FINAL),
            PUT_ASIDE, Set.of(OPEN, READY),
            PRELIMINARY, Set.of(FINAL, READY),
            FINAL, Set.of(READY));

    /** Whether a reading may go from here to {@code next}. */
    // [impl->req~worklist.states~1]
    public boolean canBecome(ReadingState next) {
        return EDGES.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the reader holds the study and nobody else should read it. */
    public boolean isHeld() {
        return this == CLAIMED || this == OPEN || this == PUT_ASIDE;
    }

    /** What is left to do, most first. */
    public enum Remaining {
        READING,
        FINAL_SIGNATURE,
        /** Nothing yet: its images have to come first. */
        IMAGES,
        NOTHING
    }

    /** What is left to do for the study. */
    public Remaining remaining() {
        return switch (this) {
            case READY, CLAIMED, OPEN, PUT_ASIDE -> Remaining.READING;
            case PRELIMINARY -> Remaining.FINAL_SIGNATURE;
            case NEW -> Remaining.IMAGES;
            case FINAL, CANCELLED -> Remaining.NOTHING;
        };
    }

    /** Whether there is still something to read. */
    public boolean isOpenWork() {
        return remaining() == Remaining.READING;
    }
}
