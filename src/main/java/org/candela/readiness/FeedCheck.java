package org.candela.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.readiness.ReadinessItem.Status;

/** How long ago a facility's orders last came or were last answered for. */
// [impl->req~readiness.order-feed~1]
public final class FeedCheck implements ReadinessCheck {
    /** A facility at night may be quiet for so long. */
    static final Duration QUIET = Duration.ofHours(1);

    private final String facility;
    private final String name;
    private final Feed feed;
    private final Clock clock;

    /** Who knows. */
    @FunctionalInterface
    public interface Feed {
        /** When something last came; empty where the facility sends no orders here. */
        Optional<Instant> last() throws CandelaException;
    }

    /** @param facility its id */
    public FeedCheck(String facility, String name, Feed feed, Clock clock) {
        this.facility = facility;
        this.name = name;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return feed.last().map(this::judge).orElseGet(() -> item(
                            Status.READY, "None: studies are listed without orders.", "")
                    .with(Evidence.read("none", "this workstation")));
        } catch (CandelaException e) {
            return item(Status.NOT_ASSESSED, "It cannot be told (" + e.code() + ").", "");
        }
    }

    private ReadinessItem judge(Instant last) {
        Duration age = Duration.between(last, clock.instant());
        String value = age.toMinutes() + " min ago";
        boolean isQuiet = age.compareTo(QUIET) > 0;
        return item(
                        isQuiet ? Status.WARNING : Status.READY,
                        "Last heard " + value + ".",
                        isQuiet ? "Orders may be missing: ask the facility's IT whether its feed runs." : "")
                .with(Evidence.measured(value, last, name));
    }

    private ReadinessItem item(Status status, String reason, String whatToDo) {
        return new ReadinessItem("facility.orders." + facility, "Orders of " + name, status, reason, whatToDo)
                .about(facility);
    }
}
