package org.candela.delivery.hl7;

import java.util.Arrays;
import java.util.Optional;
import org.candela.report.SignatureMeaning;

/** What a signed version is to its receiver (HL7 tables 0123 and 0085). */
public enum ResultStatus {
    PRELIMINARY("P"),
    FINAL("F"),
    /** A further final text beside the one that stands. */
    ADDENDUM("F"),
    /** Replaces a final text. */
    CORRECTED("C"),
    /** There is no result, the order was cancelled; no signature means that so far. */
    CANCELLED("X"),
    /** A text that was posted to the wrong patient or order: to be taken away. */
    WITHDRAWN("W");

    private final String letter;

    ResultStatus(String letter) {
        this.letter = letter;
    }

    /** As most receivers want it. */
    String letter() {
        return letter;
    }

    static ResultStatus of(SignatureMeaning meaning) {
        return switch (meaning) {
            case PRELIMINARY -> PRELIMINARY;
            case FINAL -> FINAL;
            case ADDENDUM -> ADDENDUM;
            case CORRECTED -> CORRECTED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }

    static Optional<ResultStatus> named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equalsIgnoreCase(name.replace('-', '_')))
                .findFirst();
    }
}
