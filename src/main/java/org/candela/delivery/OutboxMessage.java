package org.candela.delivery;

import java.time.Instant;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.report.ReportId;
import org.candela.report.SignatureMeaning;

/** One row of the outbox. */
record OutboxMessage(long id, Content content, Progress progress) {

    /**
     * What never changes.
     *
     * @param orderKey messages of one facility with the same key arrive in the order signed
     * @param text the HL7 message
     */
    record Content(
            ReportId report,
            int version,
            SignatureMeaning meaning,
            String reportSha256,
            FacilityId facility,
            String orderKey,
            ReadingPriority priority,
            String controlId,
            String text,
            Instant queuedAt) {}

    /**
     * Where it is.
     *
     * @param changedAt when {@code state} began
     * @param attempts how often it was sent
     * @param errors how often the facility answered with an error
     * @param nextAttemptAt not to be sent before
     * @param answer last words of the facility or reason of the failure
     */
    record Progress(
            OutboxState state, Instant changedAt, int attempts, int errors, Instant nextAttemptAt, String answer) {

        /** Ready to go at {@code at}, with the counts as they are. */
        Progress queuedAgain(Instant at, String why) {
            return new Progress(OutboxState.QUEUED, at, attempts, errors, at, why);
        }
    }
}
