package org.candela.delivery;

import java.time.Instant;
import java.util.List;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.report.Deliveries;
import org.candela.report.DeliveryStanding;
import org.candela.report.Ledger;
import org.candela.report.ReportId;
import org.candela.store.StoreException;

/** The outbox as the report desk sees it. */
public final class DeliveryBoard implements Deliveries {
    private final Outbox outbox;
    private final Ledger ledger;

    public DeliveryBoard(Outbox outbox, Ledger ledger) {
        this.outbox = outbox;
        this.ledger = ledger;
    }

    @Override
    public List<DeliveryStanding> of(ReportId report) throws StoreException {
        Instant now = ledger.clock().instant();
        return outbox.messagesOf(report).stream()
                .map(message -> standing(report, message, now))
                .toList();
    }

    @Override
    public void retry(ReportId report, int version) throws StoreException {
        for (OutboxMessage message : outbox.messagesOf(report)) {
            OutboxState state = message.progress().state();
            boolean isStuck = state == OutboxState.REJECTED || state == OutboxState.PARKED;
            if (isStuck && number(message) == version) {
                outbox.requeue(message);
            }
        }
    }

    @Override
    public void onChange(Runnable listener) {
        outbox.onChange(listener);
    }

    private static int number(OutboxMessage message) {
        return message.content().version().map(OutboxMessage.Version::number).orElse(0);
    }

    private static DeliveryStanding standing(ReportId report, OutboxMessage message, Instant now) {
        OutboxMessage.Content content = message.content();
        OutboxMessage.Progress progress = message.progress();
        DeliveryStanding.State state =
                switch (progress.state()) {
                    case QUEUED -> DeliveryStanding.State.QUEUED;
                    case SENDING -> DeliveryStanding.State.SENDING;
                    case ACKED -> DeliveryStanding.State.ACKNOWLEDGED;
                    case REJECTED -> DeliveryStanding.State.REJECTED;
                    case PARKED -> DeliveryStanding.State.PARKED;
                };
        boolean isWaiting = state == DeliveryStanding.State.QUEUED || state == DeliveryStanding.State.SENDING;
        OutboxMessage.Version version = content.version().orElseThrow();
        return new DeliveryStanding(
                report,
                version.number(),
                version.meaning(),
                new DeliveryStanding.Channel(
                        content.lane().channel(),
                        content.lane().way().name(),
                        content.lane().need() == Need.REQUIRED),
                state,
                DeliveryAlarms.of(message, now),
                isWaiting ? content.queuedAt() : progress.changedAt(),
                progress.attempts(),
                progress.answer());
    }
}
