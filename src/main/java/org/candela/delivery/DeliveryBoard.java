package org.candela.delivery;

import java.time.Instant;
import java.util.List;
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
                .map(message -> standing(message, now))
                .toList();
    }

    @Override
    public void retry(ReportId report, int version) throws StoreException {
        for (OutboxMessage message : outbox.messagesOf(report)) {
            OutboxState state = message.progress().state();
            boolean isStuck = state == OutboxState.REJECTED || state == OutboxState.PARKED;
            if (isStuck && message.content().version() == version) {
                outbox.requeue(message);
            }
        }
    }

    @Override
    public void onChange(Runnable listener) {
        outbox.onChange(listener);
    }

    private static DeliveryStanding standing(OutboxMessage message, Instant now) {
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
        return new DeliveryStanding(
                content.report(),
                content.version(),
                content.meaning(),
                state,
                DeliveryAlarms.of(message, now),
                isWaiting ? content.queuedAt() : progress.changedAt(),
                progress.attempts(),
                progress.answer());
    }
}
