package org.candela.dictation.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What the store knows of an utterance, without its sound and words.
 *
 * @param engine which transcribed it; empty before
 * @param isMended whether the process ended while it was spoken: its end may be missing
 */
public record KeptUtterance(
        UUID id, String draftId, Instant start, Duration length, State state, String engine, boolean isMended) {
    /** How far it has come. */
    public enum State {
        /** Its sound is kept; it waits for an engine. */
        SPOKEN,
        /** Its words are kept too; no draft has them yet. */
        HEARD,
        /** A draft on the disk has its words. */
        TAKEN,
        /** Sound and words are gone by the policy or the reader's wish. */
        DELETED
    }
}
