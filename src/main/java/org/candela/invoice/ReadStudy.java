package org.candela.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.candela.base.Uid;

/**
 * A study with a final report. Names no patient.
 *
 * @param accessionNumber the facility's own number of the order; empty when it sent none
 * @param procedureCode code of the procedure that was ordered; empty when it sent none
 * @param reportedAt when the first report was signed, preliminary or final: the work was done then
 * @param finalAt when the final report was signed
 * @param acknowledgedAt when the facility acknowledged it; empty while it has not
 * @param reportSha256 hash of the final report
 */
public record ReadStudy(
        Uid uid,
        String accessionNumber,
        String modality,
        String description,
        String procedureCode,
        LocalDate performedOn,
        Instant reportedAt,
        Instant finalAt,
        Optional<Instant> acknowledgedAt,
        String reportSha256) {

    /** What tells it from others on paper: its accession number, else its UID. */
    public String name() {
        return accessionNumber.isBlank() ? uid.value() : accessionNumber;
    }
}
