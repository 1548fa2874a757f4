package org.candela.displayqa.report;

import java.util.Optional;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.facility.Facility;

/**
 * For whom a report is, and by which standard.
 *
 * @param facility whose name stands on it; empty for a report that is for nobody in particular
 * @param profile id of the limits
 */
public record ReportOrder(Optional<Facility> facility, String profile) {
    /** By the standard that the facility asks for. */
    public static ReportOrder of(Facility facility) {
        return new ReportOrder(Optional.of(facility), facility.qaProfile());
    }

    /** By a standard, for nobody in particular. */
    public static ReportOrder of(String profile) {
        return new ReportOrder(Optional.empty(), profile);
    }

    /** By the standard that {@code run} was measured for. */
    static ReportOrder usual(StoredRun run) {
        return of(run.view().judgements().stream()
                .map(judgement -> judgement.path("profile").path("id").asText())
                .findFirst()
                .orElse(Facility.START_QA_PROFILE));
    }
}
