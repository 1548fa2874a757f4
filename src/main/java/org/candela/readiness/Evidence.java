package org.candela.readiness;

import java.time.Instant;
import java.util.Optional;

/**
 * What an answer of the card rests on.
 *
 * @param value the figure with its unit, as {@code "36.4 dB(A)"}; empty when the answer has none
 * @param at when it was read; empty when it was read as the card was made
 * @param source what read it, or who attested it; empty when nothing did
 */
public record Evidence(String value, Optional<Instant> at, String source, Basis basis) {
    /** How a figure came about. */
    public enum Basis {
        /** Looked up on this machine or asked of a service as the card was made. */
        READ,
        /** Measured, and kept until the card was made. */
        MEASURED,
        /** Said by a person. */
        ATTESTED,
        /** Of a device that does not exist: for demonstration. */
        SIMULATED,
        /** There is none. */
        MISSING
    }

    /** Nothing but what the answer itself says. */
    public static final Evidence NONE = new Evidence("", Optional.empty(), "", Basis.READ);

    /** Nobody measured it. */
    public static final Evidence MISSING = new Evidence("not measured", Optional.empty(), "", Basis.MISSING);

    /** A figure that was measured. */
    public static Evidence measured(String value, Instant at, String source) {
        return new Evidence(value, Optional.of(at), source, Basis.MEASURED);
    }

    /** What a person said. */
    public static Evidence attested(String value, Instant at, String by) {
        return new Evidence(value, Optional.of(at), by, Basis.ATTESTED);
    }

    /** What was looked up for this card. */
    public static Evidence read(String value, String source) {
        return new Evidence(value, Optional.empty(), source, Basis.READ);
    }
}
