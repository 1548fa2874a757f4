package org.candela.facility.trial;

import java.time.Duration;

/**
 * What came of trying a service.
 *
 * @param told what it answered, or what is wrong
 * @param remedy what to do about it; empty when it works
 */
public record TrialResult(String service, String address, Verdict verdict, Duration took, String told, String remedy) {
    /** How it went. */
    public enum Verdict {
        WORKS,
        FAILS,
        /** The trial was ended before it was this one's turn, or while it was. */
        ENDED
    }

    /** In one line. */
    public String line() {
        return switch (verdict) {
            case WORKS -> "works   " + service + "  " + address + "  " + took.toMillis() + " ms  " + told;
            case FAILS -> "FAILS   " + service + "  " + address + "  " + told + (remedy.isEmpty() ? "" : "  " + remedy);
            case ENDED -> "ended   " + service + "  " + address;
        };
    }
}
