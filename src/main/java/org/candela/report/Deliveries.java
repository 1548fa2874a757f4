package org.candela.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;

/** What the report desk shows of the delivery of signed versions. Any thread; blocks on the disk. */
public interface Deliveries {
    /** The standing of each signed version on each channel, oldest first. */
    List<DeliveryStanding> of(ReportId report) throws CandelaException;

    /** When the last channel that is required acknowledged a signed version; empty while one has not. */
    // [impl->req~delivery.channels~1]
    default Optional<Instant> acknowledgedAt(SignedReport report) throws CandelaException {
        List<DeliveryStanding> required = of(report.id()).stream()
                .filter(standing -> standing.version() == report.version())
                .filter(standing -> standing.channel().isRequired())
                .toList();
        boolean isDone =
                required.stream().allMatch(standing -> standing.state() == DeliveryStanding.State.ACKNOWLEDGED);
        return isDone ? required.stream().map(DeliveryStanding::since).max(Instant::compareTo) : Optional.empty();
    }

    /** Puts a rejected or parked version back in the queue, under the same message id. Without effect on others. */
    void retry(ReportId report, int version) throws CandelaException;

    /** Calls {@code listener} after each change of any standing, on the delivery thread; for the life of the program. */
    void onChange(Runnable listener);
}
