package org.candela.order;

/** Where an order stands at its facility. */
public enum OrderStatus {
    NEW,
    CHANGED,
    /** Taken back before it was done. */
    CANCELLED,
    /** Ended while it was being done. */
    DISCONTINUED,
    /** The facility counts it as done. */
    DONE,
    /** A list that had it has it no longer, and nobody said why. Its facts still count for its study. */
    WITHDRAWN;

    /** Whether the facility took it back. */
    public boolean isTakenBack() {
        return this == CANCELLED || this == DISCONTINUED;
    }

    /** Whether images may still come. */
    public boolean isAwaited() {
        return this == NEW || this == CHANGED;
    }
}
