package org.candela.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.candela.base.CandelaException;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the outbox moving: looks when something was queued, and every {@link #PACE}, for what may go; sends one message at
 * a time to each channel of a facility, and tells of alarms that rise or end.
 *
 * <p>Looks on the scheduler, sends on the given executor. A slow channel holds up nobody but itself. What was on the wire
 * when the program was killed is sent again under the same control id.
 */
// [impl->req~delivery.journey~1]
public final class OutboxPump implements AutoCloseable {
    /** What waits for its next attempt, or was queued by another program, is found within this time. */
    static final Duration PACE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPump.class);

    private final Outbox outbox;
    private final Map<Way, Carrier> carriers;
    private final Executor senders;
    private final ScheduledExecutorService scheduler;
    private final DeliveryAlarms alarms = new DeliveryAlarms();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<Runnable> redListeners = new CopyOnWriteArrayList<>();
    private volatile boolean isClosed;

    /** @param carriers how each way is gone; what is queued for another is parked */
    public OutboxPump(Outbox outbox, Map<Way, Carrier> carriers, Executor senders, ScheduledExecutorService scheduler) {
        this.outbox = outbox;
        this.carriers = Map.copyOf(carriers);
        this.senders = senders;
        this.scheduler = scheduler;
    }

    /** Takes up what a killed program left and keeps looking until {@link #close}. Call once. */
    public void start() {
        outbox.onQueued(this::lookSoon);
        ScheduledFuture<?> unused =
                scheduler.scheduleWithFixedDelay(this::look, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Calls {@code listener} on the scheduler when the delivery of something becomes red; quick. */
    public void onRed(Runnable listener) {
        redListeners.add(listener);
    }

    /** Sends nothing more; a message on the wire gets its answer or its deadline. Both executors are the caller's. */
    @Override
    public void close() {
        isClosed = true;
    }

    private void lookSoon() {
        try {
            scheduler.execute(this::look);
        } catch (RejectedExecutionException e) {
            LOG.debug("what was queued waits: the program ends");
        }
    }

    private void look() {
        try {
            lookOnce();
        } catch (RuntimeException e) { // a listener's failure must not be the last look
            if (isClosed) {
                LOG.debug("the program ends", e);
            } else {
                LOG.error("a look at the outbox failed [delivery.failed]", e);
            }
        }
    }

    private void lookOnce() {
        if (isClosed) {
            return;
        }
        try {
            outbox.recover(busy);
            for (OutboxMessage message : outbox.due()) {
                offer(message);
            }
            DeliveryAlarms.Change change = alarms.look(outbox.unacknowledged(), outbox.now());
            if (change != DeliveryAlarms.Change.NONE) {
                outbox.tellListeners();
            }
            if (change == DeliveryAlarms.Change.RED) {
                redListeners.forEach(Runnable::run);
            }
        } catch (StoreException e) {
            LOG.error("the outbox cannot be read: {}", e.code(), e);
        }
    }

    private void offer(OutboxMessage message) {
        String sender = message.content().lane().sender();
        if (!busy.add(sender)) {
            return;
        }
        try {
            senders.execute(() -> {
                try {
                    deliver(message);
                } finally {
                    busy.remove(sender);
                }
                lookSoon();
            });
        } catch (RejectedExecutionException e) {
            busy.remove(sender);
            LOG.debug("outbox row {} waits: no sender is free or the program ends", message.id());
        }
    }

    // [impl->req~delivery.private-log~1]
    private void deliver(OutboxMessage message) {
        try {
            Optional<OutboxMessage> taken = outbox.take(message);
            if (taken.isPresent()) {
                OutboxMessage sent = taken.orElseThrow();
                Sent outcome = send(sent);
                outbox.settle(sent, outcome.address(), outcome.answer());
                LOG.info(
                        "outbox row {} attempt {}: {}",
                        message.id(),
                        sent.progress().attempts(),
                        outcome.answer().kind());
            }
        } catch (StoreException e) {
            LOG.error("outbox row {} cannot be written: {}", message.id(), e.code(), e);
        }
    }

    /** Where something went, and what came back. */
    private record Sent(String address, Answer answer) {}

    private Sent send(OutboxMessage message) {
        Carrier carrier = carriers.get(message.content().lane().way());
        if (carrier == null) {
            return unsent("this program cannot send that way");
        }
        try {
            Consignment.Ticket ticket = outbox.ticket(message);
            Parcel parcel = outbox.parcel(message, ticket, carrier);
            return new Sent(ticket.channel().address(), carrier.send(ticket, parcel));
        } catch (StoreException e) {
            return new Sent("", Answer.of(Answer.Kind.NONE, "the store does not answer: " + e.code()));
        } catch (CandelaException e) {
            LOG.warn("outbox row {} was not sent: {}", message.id(), e.code());
            return unsent(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) { // whether it got through is not known; again after a pause, as after no answer
            LOG.error("outbox row {}: the carrier failed [delivery.failed]", message.id(), e);
            return new Sent("", Answer.of(Answer.Kind.NONE, "this program failed at sending; it is tried again"));
        }
    }

    private static Sent unsent(String words) {
        return new Sent("", Answer.of(Answer.Kind.UNSENT, words));
    }
}
