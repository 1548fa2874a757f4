package org.candela.order.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.order.Order;
import org.candela.order.OrderSamples;
import org.candela.order.OrderSource;
import org.candela.order.Orders;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~order.asked~1]
class OrderWatchTest {
    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();
    private final FakeWay way = new FakeWay();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Orders orders;

    @SuppressWarnings("NullAway.Init") // set before each test
    private OrderWatch watch;

    private static final class MovingClock extends Clock {
        private Instant now = OrderSamples.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class FakeWay implements OrderWay {
        private Optional<CandelaException> failure = Optional.empty();
        private int asked;

        @Override
        public FacilityId facility() {
            return OrderSamples.NORTH;
        }

        @Override
        public OrderSource source() {
            return OrderSource.SCHEDULE;
        }

        @Override
        public List<Order> ask(Cancellation cancellation) throws CandelaException {
            asked++;
            if (failure.isPresent()) {
                throw failure.orElseThrow();
            }
            return List.of(OrderSamples.order(OrderSource.SCHEDULE));
        }
    }

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("w.db"), clock);
        orders = new Orders(database, new AuditLog(), clock);
        watch = new OrderWatch(List.of(way), orders, Runnable::run, clock);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private List<Order> known() throws Exception {
        return orders.of(OrderSamples.NORTH).naming(OrderSamples.study(OrderSamples.STUDY, "AC1"));
    }

    @Test
    void aWayThatFailsKeepsWhatItToldAndItsAge() throws Exception {
        watch.poll(new Cancellation()).join();
        way.failure = Optional.of(new CandelaException("dimse.unreachable", "WORK@north: no connection"));
        clock.now = OrderSamples.NOW.plus(Duration.ofMinutes(1));
        watch.poll(new Cancellation()).join();

        assertEquals(List.of(OrderSamples.order(OrderSource.SCHEDULE)), known());
        assertEquals(
                List.of(new OrderWatch.WayHealth(
                        OrderSamples.NORTH,
                        OrderSource.SCHEDULE,
                        Optional.of(OrderSamples.NOW),
                        Optional.of("WORK@north: no connection"))),
                watch.health());
    }

    @Test
    void aWayThatFailsIsAskedAfterPausesThatGrow() throws Exception {
        way.failure = Optional.of(new CandelaException("dimse.unreachable", "no"));
        for (int seconds = 0; seconds <= 1800; seconds += 10) {
            clock.now = OrderSamples.NOW.plusSeconds(seconds);
            watch.poll(new Cancellation()).join();
        }
        assertTrue(way.asked >= 8 && way.asked <= 11, way.asked + " times in half an hour");

        way.failure = Optional.empty();
        clock.now = OrderSamples.NOW.plusSeconds(2400);
        watch.poll(new Cancellation()).join();

        assertEquals(Optional.empty(), watch.health().get(0).failure());
    }

    @Test
    void aWayIsAskedOnceAtATime() throws Exception {
        CompletableFuture<Void> second = new CompletableFuture<>();
        OrderWatch[] own = new OrderWatch[1];
        FakeWay nested = new FakeWay();
        own[0] = new OrderWatch(
                List.of(nested),
                orders,
                task -> {
                    if (!second.isDone()) {
                        second.complete(null);
                        own[0].poll(new Cancellation()).join();
                    }
                    task.run();
                },
                clock);
        own[0].poll(new Cancellation()).join();

        assertEquals(1, nested.asked);
    }
}
