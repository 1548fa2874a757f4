package org.candela.report;

import java.util.Map;

/**
 * What is being written to follow a signed version of a report.
 *
 * @param follows number of the version it follows; once another is the newest this is of no use
 * @param texts of the fields, for a correction; field id → text
 */
public record PendingAmendment(
        ReportId report, int follows, SignatureMeaning meaning, Map<String, String> texts, Amendment amendment) {
    public PendingAmendment {
        texts = Map.copyOf(texts);
    }

    /** Nothing is left of what was begun. */
    public static PendingAmendment nothing(ReportId report, int follows) {
        return new PendingAmendment(report, follows, SignatureMeaning.ADDENDUM, Map.of(), Amendment.NONE);
    }

    /** Whether nothing is left that would have to be kept. */
    public boolean isNothing() {
        return texts.isEmpty() && amendment.isEmpty();
    }
}
