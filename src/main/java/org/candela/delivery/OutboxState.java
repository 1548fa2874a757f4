package org.candela.delivery;

/** Where a message in the outbox is. */
enum OutboxState {
    /** Waits for its turn or its next attempt. */
    QUEUED,
    /** On the wire. After a restart: was on the wire, and nobody knows whether it arrived. */
    SENDING,
    /** The facility has it. */
    ACKED,
    /** The facility refused it. */
    REJECTED,
    /** Given up for now; the reader decides. */
    PARKED
}
