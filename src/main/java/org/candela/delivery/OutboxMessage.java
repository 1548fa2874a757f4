package org.candela.delivery;

import java.time.Instant;
import java.util.Optional;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.report.ReportId;
import org.candela.report.SignatureMeaning;

/** One row of the outbox. */
record OutboxMessage(long id, Content content, Progress progress) {

    /**
     * What never changes.
     *
     * @param version what it is a version of; empty for an object that belongs to no report
     * @param sha256 of the signed version, or of the object
     * @param studyUid of an object that belongs to no report, else empty
     */
    record Content(
            Optional<Version> version, String sha256, String studyUid, Lane lane, String controlId, Instant queuedAt) {

        /** Who waits for it. */
        FacilityId facility() {
            return lane.facility();
        }

        /** For the audit trail. */
        String name() {
            return version.map(one -> "report:" + one.report() + "/" + one.number())
                    .orElseGet(() -> "study-object:" + controlId);
        }
    }

    /** A signed version of a report. */
    record Version(ReportId report, int number, SignatureMeaning meaning) {}

    /**
     * In which line it stands.
     *
     * @param orderKey messages of one channel with the same key arrive in the order queued
     */
    record Lane(FacilityId facility, String channel, Way way, Need need, String orderKey, ReadingPriority priority) {

        /** One sender at a time. */
        String sender() {
            return facility.value() + "/" + channel;
        }
    }

    /**
     * Where it is.
     *
     * @param changedAt when {@code state} began
     * @param attempts how often it was sent
     * @param errors how often the facility answered with an error
     * @param packing which parcel is sent, from 1
     * @param nextAttemptAt not to be sent before
     * @param answer last words of the facility or reason of the failure
     */
    record Progress(
            OutboxState state,
            Instant changedAt,
            int attempts,
            int errors,
            int packing,
            Instant nextAttemptAt,
            String answer) {

        /** New, ready to go. */
        static Progress begin(Instant at) {
            return new Progress(OutboxState.QUEUED, at, 0, 0, 1, at, "");
        }

        /** Ready to go at {@code at}, with the counts as they are. */
        Progress queuedAgain(Instant at, String why) {
            return new Progress(OutboxState.QUEUED, at, attempts, errors, packing, at, why);
        }

        /** On the wire for one time more. */
        Progress sending(Instant at) {
            return new Progress(OutboxState.SENDING, at, attempts + 1, errors, packing, at, "");
        }
    }
}
