package org.candela.delivery.hl7;

import java.util.Arrays;
import java.util.Optional;

/** The versions of HL7 v2 that messages are written in. */
public enum Hl7Version {
    V2_3_1("2.3.1"),
    V2_4("2.4"),
    V2_5("2.5"),
    V2_5_1("2.5.1");

    private final String text;

    Hl7Version(String text) {
        this.text = text;
    }

    /** As in MSH-12. */
    public String text() {
        return text;
    }

    /** TQ1 came with 2.5; before it, priority stands in OBR-27 (HL7 v2.5 §4.5.4). */
    boolean hasTimingSegment() {
        return this == V2_5 || this == V2_5_1;
    }

    static Optional<Hl7Version> of(String text) {
        return Arrays.stream(values())
                .filter(version -> version.text.equals(text))
                .findFirst();
    }
}
