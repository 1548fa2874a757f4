package org.candela.report;

import java.util.UUID;

/** Identity of a report through its draft and all signed versions; random, so that it says nothing about a patient. */
public record ReportId(String value) implements Comparable<ReportId> {
    public ReportId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a report id needs at least one character");
        }
    }

    static ReportId random() {
        return new ReportId(UUID.randomUUID().toString());
    }

    @Override
    public int compareTo(ReportId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
