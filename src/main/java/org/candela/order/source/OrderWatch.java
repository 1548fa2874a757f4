package org.candela.order.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.order.Order;
import org.candela.order.OrderSource;
import org.candela.order.Orders;
import org.candela.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the ways to orders, each once at a time and within a time limit, with growing pauses while one fails. What a dead
 * one told stays. Safe from any thread.
 */
// [impl->req~order.asked~1]
public final class OrderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(OrderWatch.class);
    private static final Duration ANSWER = Duration.ofSeconds(45);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;

    private final List<OrderWay> ways;
    private final Orders orders;
    private final Executor io;
    private final Clock clock;
    private final Map<OrderWay, Standing> standings = new ConcurrentHashMap<>();

    /** @param io may wait for the network */
    public OrderWatch(List<OrderWay> ways, Orders orders, Executor io, Clock clock) {
        this.ways = List.copyOf(ways);
        this.orders = orders;
        this.io = io;
        this.clock = clock;
    }

    /**
     * How a way to orders stands.
     *
     * @param lastAnswer when it last answered, be it before a restart
     * @param failure what went wrong since, without patient data; empty when all is well
     */
    public record WayHealth(
            FacilityId facility, OrderSource source, Optional<Instant> lastAnswer, Optional<String> failure) {}

    /** @param failures in a row */
    private record Standing(Instant askedAt, int failures, String failure, boolean isAsking) {
        static final Standing NEVER = new Standing(Instant.EPOCH, 0, "not asked since the start", false);
    }

    /** Asks those that are due; done when each has answered or failed. Never fails. */
    public CompletableFuture<Void> poll(Cancellation cancellation) {
        return CompletableFuture.allOf(ways.stream()
                .filter(this::begin)
                .map(way -> ask(way, cancellation.ofPart()))
                .toArray(CompletableFuture[]::new));
    }

    /** True for one caller: the way is due and nobody asks it. */
    private boolean begin(OrderWay way) {
        Instant now = clock.instant();
        boolean[] isMine = {false};
        standings.compute(way, (key, known) -> {
            Standing standing = known == null ? Standing.NEVER : known;
            Duration since = Duration.between(standing.askedAt(), now);
            boolean isDue = since.isNegative() || since.compareTo(pauseAfter(standing.failures())) >= 0;
            isMine[0] = isDue && !standing.isAsking();
            return isMine[0] ? new Standing(now, standing.failures(), standing.failure(), true) : standing;
        });
        return isMine[0];
    }

    private static Duration pauseAfter(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private CompletableFuture<Void> ask(OrderWay way, Cancellation request) {
        return Async.supply(() -> way.ask(request), io)
                .orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS)
                .handleAsync(
                        (told, failure) -> {
                            request.cancel(); // one that is still at work after the time limit may stop
                            note(way, told, failure);
                            return null;
                        },
                        io);
    }

    private void note(OrderWay way, @Nullable List<Order> told, @Nullable Throwable failure) {
        try {
            if (told != null) {
                orders.keepAnswer(way.facility(), way.source(), told);
                standings.computeIfPresent(way, (key, known) -> new Standing(known.askedAt(), 0, "", false));
                return;
            }
            failed(way, failure == null ? new IllegalStateException("no answer") : Async.causeOf(failure));
        } catch (StoreException e) {
            failed(way, e);
        }
    }

    private void failed(OrderWay way, Throwable cause) {
        boolean isStopped = cause instanceof CancellationException;
        standings.computeIfPresent(way, (key, known) -> {
            if (!isStopped && known.failures() == 0) {
                String code = cause instanceof CandelaException coded
                        ? coded.code()
                        : cause.getClass().getSimpleName();
                LOG.warn("the {} of {} does not answer [{}]", way.source().word(), way.facility(), code);
            }
            return new Standing(
                    known.askedAt(),
                    isStopped ? known.failures() : known.failures() + 1,
                    isStopped ? known.failure() : words(cause),
                    false);
        });
    }

    private static String words(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return "no answer within " + ANSWER.toSeconds() + " s";
        }
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
    }

    /** What is wrong with the ways to the orders of a facility, and how old what they told is; empty while all answer. */
    public Optional<String> trouble(FacilityId facility) throws StoreException {
        List<String> troubles = new ArrayList<>();
        for (OrderWay way : ways) {
            Standing standing = standings.getOrDefault(way, Standing.NEVER);
            if (way.facility().equals(facility) && standing.failures() > 0) {
                String age = orders.lastAnswer(facility, way.source())
                        .map(at -> "last answered "
                                + Duration.between(at, clock.instant()).toMinutes() + " min ago")
                        .orElse("has not answered yet");
                troubles.add(
                        "orders may be old: the " + way.source().word() + " " + age + " (" + standing.failure() + ")");
            }
        }
        return troubles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", troubles));
    }

    /** How each way stands, in their order; waits for the disk. */
    public List<WayHealth> health() throws StoreException {
        List<WayHealth> health = new ArrayList<>();
        for (OrderWay way : ways) {
            String failure = standings.getOrDefault(way, Standing.NEVER).failure();
            health.add(new WayHealth(
                    way.facility(),
                    way.source(),
                    orders.lastAnswer(way.facility(), way.source()),
                    failure.isEmpty() ? Optional.empty() : Optional.of(failure)));
        }
        return health;
    }
}
