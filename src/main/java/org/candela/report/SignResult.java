package org.candela.report;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Outcome of an attempt to sign; closed, so that callers answer every case. */
public sealed interface SignResult {
    /** Calls the function of the case that this is. */
    <R> R match(
            Function<Signed, R> signed,
            Function<Unready, R> unready,
            Function<PinRefused, R> pinRefused,
            Function<Superseded, R> superseded);

    /** The version is stored, the facility's copy is on its way. */
    record Signed(SignedReport report) implements SignResult {
        @Override
        public <R> R match(
                Function<Signed, R> signed,
                Function<Unready, R> unready,
                Function<PinRefused, R> pinRefused,
                Function<Superseded, R> superseded) {
            return signed.apply(this);
        }
    }

    /** Findings stand that block, or that the reader has not confirmed. */
    record Unready(List<SignFinding> findings) implements SignResult {
        public Unready {
            findings = List.copyOf(findings);
        }

        @Override
        public <R> R match(
                Function<Signed, R> signed,
                Function<Unready, R> unready,
                Function<PinRefused, R> pinRefused,
                Function<Superseded, R> superseded) {
            return unready.apply(this);
        }
    }

    /** The PIN was wrong, or not even tried because it is too early after wrong ones. */
    record PinRefused(Instant nextTryAt) implements SignResult {
        @Override
        public <R> R match(
                Function<Signed, R> signed,
                Function<Unready, R> unready,
                Function<PinRefused, R> pinRefused,
                Function<Superseded, R> superseded) {
            return pinRefused.apply(this);
        }
    }

    /** A version exists that this signature may not follow: it is final, or as preliminary as this one. */
    record Superseded(SignatureMeaning existing) implements SignResult {
        @Override
        public <R> R match(
                Function<Signed, R> signed,
                Function<Unready, R> unready,
                Function<PinRefused, R> pinRefused,
                Function<Superseded, R> superseded) {
            return superseded.apply(this);
        }
    }
}
