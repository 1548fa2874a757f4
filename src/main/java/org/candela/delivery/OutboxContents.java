package org.candela.delivery;

import java.time.Instant;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.Facility;
import org.candela.facility.ReadingPriority;
import org.candela.report.SignedReport;

/** What a new row of the outbox says. */
final class OutboxContents {
    private OutboxContents() {}

    static OutboxMessage.Content of(SignedReport report, String channel, Way way, Need need) {
        return new OutboxMessage.Content(
                Optional.of(new OutboxMessage.Version(report.id(), report.version(), report.meaning())),
                report.sha256(),
                "",
                new OutboxMessage.Lane(
                        report.study().facility(),
                        channel,
                        way,
                        need,
                        orderNumber(report),
                        report.study().order().priority()),
                ControlId.of(report, channel).value(),
                report.signature().signedAt());
    }

    /** An object hurries nobody: its report does. */
    static OutboxMessage.Content of(
            Facility facility, Uid study, Parcel object, DeliveryChannel channel, Instant queuedAt) {
        String controlId = ControlId.of(object, channel.name()).value();
        return new OutboxMessage.Content(
                Optional.empty(),
                object.sha256(),
                study.value(),
                new OutboxMessage.Lane(
                        facility.id(),
                        channel.name(),
                        channel.way(),
                        Need.OPTIONAL,
                        controlId,
                        ReadingPriority.ROUTINE),
                controlId,
                queuedAt);
    }

    /** The number the facility files the report under: its accession number, else the Study Instance UID. */
    static String orderNumber(SignedReport report) {
        String accessionNumber = report.study().order().accessionNumber();
        return accessionNumber.isBlank() ? report.study().studyInstanceUid().value() : accessionNumber;
    }
}
