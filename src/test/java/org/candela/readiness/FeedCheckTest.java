package org.candela.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;
import org.junit.jupiter.api.Test;

class FeedCheckTest {
    private final MovableClock clock = new MovableClock();

    private ReadinessItem heard(Duration ago) {
        Instant last = clock.instant().minus(ago);
        return new FeedCheck("north", "North", () -> Optional.of(last), clock).evaluate();
    }

    // [utest->req~readiness.order-feed~1]
    @Test
    void aFeedThatIsQuietForMoreThanAnHourIsTold() {
        assertEquals(Status.READY, heard(FeedCheck.QUIET).status());
        assertEquals(Status.WARNING, heard(FeedCheck.QUIET.plusSeconds(1)).status());
        assertEquals("Last heard 60 min ago.", heard(FeedCheck.QUIET).reason());
    }

    // [utest->req~readiness.order-feed~1]
    @Test
    void aFacilityWithoutOrdersIsInOrderAndAStoreThatFailsIsNotAssessed() {
        assertEquals(
                Status.READY,
                new FeedCheck("north", "North", Optional::empty, clock)
                        .evaluate()
                        .status());
        FeedCheck broken = new FeedCheck(
                "north",
                "North",
                () -> {
                    throw new StoreException("store.busy", "busy");
                },
                clock);
        assertEquals(Status.NOT_ASSESSED, broken.evaluate().status());
    }
}
