package org.candela.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the outbox moving: looks every {@link #PACE} for what may go, sends one message at a time to each facility, and
 * tells of alarms that rise or end.
 *
 * <p>Looks on the scheduler, sends on the given executor. A slow facility holds up nobody but itself. What was on the wire
 * when the program was killed is sent again under the same control id.
 */
public final class OutboxPump implements AutoCloseable {
    /** A new signature is on the wire within this time. */
    static final Duration PACE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPump.class);

    private final Outbox outbox;
    private final MllpClient client;
    private final Executor senders;
    private final ScheduledExecutorService scheduler;
    private final DeliveryAlarms alarms = new DeliveryAlarms();
    private final Set<FacilityId> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    public OutboxPump(Outbox outbox, MllpClient client, Executor senders, ScheduledExecutorService scheduler) {
        this.outbox = outbox;
        this.client = client;
        this.senders = senders;
        this.scheduler = scheduler;
    }

    /** Takes up what a killed program left and keeps looking until {@link #close}. Call once. */
    public void start() {
        ScheduledFuture<?> unused =
                scheduler.scheduleWithFixedDelay(this::look, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends nothing more; a message on the wire gets its answer or its deadline. Both executors are the caller's. */
    @Override
    public void close() {
        isClosed = true;
    }

    private void look() {
        if (isClosed) {
            return;
        }
        try {
            outbox.recover(busy);
            for (OutboxMessage message : outbox.due()) {
                offer(message);
            }
            if (alarms.haveChanged(outbox.unacknowledged(), outbox.now())) {
                outbox.tellListeners();
            }
        } catch (StoreException e) {
            LOG.error("the outbox cannot be read: {}", e.code(), e);
        }
    }

    private void offer(OutboxMessage message) {
        FacilityId facility = message.content().facility();
        if (!busy.add(facility)) {
            return;
        }
        try {
            senders.execute(() -> {
                try {
                    deliver(message);
                } finally {
                    busy.remove(facility);
                }
            });
        } catch (RejectedExecutionException e) {
            busy.remove(facility);
            LOG.debug("outbox row {} waits: no sender is free or the program ends", message.id());
        }
    }

    // [impl->req~delivery.private-log~1]
    private void deliver(OutboxMessage message) {
        try {
            Optional<OutboxMessage> taken = outbox.take(message);
            if (taken.isPresent()) {
                Answer answer = send(taken.orElseThrow());
                outbox.settle(taken.orElseThrow(), answer);
                LOG.info(
                        "outbox row {} attempt {}: {}",
                        message.id(),
                        taken.orElseThrow().progress().attempts(),
                        answer.kind());
            }
        } catch (StoreException e) {
            LOG.error("outbox row {} cannot be written: {}", message.id(), e.code(), e);
        }
    }

    private Answer send(OutboxMessage message) throws StoreException {
        OutboxMessage.Content content = message.content();
        Optional<MllpEndpoint> endpoint = outbox.endpointOf(content.facility());
        return endpoint.isEmpty()
                ? Answer.of(Answer.Kind.NONE, "no address for reports is set for this facility")
                : client.send(endpoint.orElseThrow(), content.controlId(), content.text());
    }
}
