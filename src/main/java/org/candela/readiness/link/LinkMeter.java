package org.candela.readiness.link;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.readiness.link.LinkPlan.Direction;

/**
 * Measures the way to a facility against its own service, idle first, then loaded each way. Blocks for both windows; any thread but
 * the FX thread.
 */
// [impl->req~readiness.link~1]
public final class LinkMeter {
    /** So many requests without one answer, and the rest is not waited for. */
    private static final int HOPELESS = 3;

    private final Executor flows;
    private final Clock clock;

    /** @param flows has a thread for each transfer of a plan to spare */
    public LinkMeter(Executor flows, Clock clock) {
        this.flows = flows;
        this.clock = clock;
    }

    /**
     * What is measured.
     *
     * @param greeter empty where the service cannot be reached without a proxy
     * @param device interface of the default route; blank where the system does not tell
     * @param noDownload why nothing is fetched; blank where a test study is named
     * @param noUpload why nothing is sent there; blank where the facility takes a test object
     */
    public record Target(
            FacilityId facility,
            URI service,
            LinkProbe probe,
            Optional<Greeter> greeter,
            LinkMeasurement.Link link,
            String device,
            String noDownload,
            String noUpload) {}

    /**
     * Measures.
     *
     * @param progress told the share that is done, 0 to 1
     * @throws LinkException {@code link.no-answer} when not one request was answered
     * @throws java.util.concurrent.CancellationException when cancelled; nothing of it counts
     */
    public LinkMeasurement measure(Target target, LinkPlan plan, Cancellation cancellation, DoubleConsumer progress)
            throws CandelaException {
        List<String> notes = new ArrayList<>();
        Optional<Greeting> greeting = greet(target, notes);
        Delay idle = idle(target, plan, cancellation);
        progress.accept(0.1);
        LinkLoad load = new LinkLoad(target.probe(), flows, plan);
        Optional<Throughput> down = reasonAgainst(Direction.DOWN, target.noDownload(), plan, notes)
                ? Optional.empty()
                : load.down(cancellation, share -> progress.accept(0.1 + 0.45 * share), notes);
        Optional<Throughput> up = reasonAgainst(Direction.UP, target.noUpload(), plan, notes)
                ? Optional.empty()
                : load.up(cancellation, share -> progress.accept(0.55 + 0.45 * share), notes);
        progress.accept(1);
        return new LinkMeasurement(
                target.facility(),
                target.link(),
                target.device(),
                clock.instant(),
                greeting,
                idle,
                down,
                up,
                String.join("; ", notes));
    }

    /** Notes why a direction is left out; false when it is not. */
    private static boolean reasonAgainst(Direction direction, String refused, LinkPlan plan, List<String> notes) {
        String why = plan.directions().contains(direction) ? refused : "not asked for";
        if (!why.isBlank()) {
            notes.add(direction.name().toLowerCase(Locale.ROOT) + " not measured: " + why);
        }
        return !why.isBlank();
    }

    private static Optional<Greeting> greet(Target target, List<String> notes) {
        if (target.greeter().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(target.greeter().orElseThrow().greet(target.service()));
        } catch (LinkException e) {
            notes.add("no straight connection: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The first request makes the connection and does not count. */
    private static Delay idle(Target target, LinkPlan plan, Cancellation cancellation) throws CandelaException {
        List<Long> roundTrips = new ArrayList<>();
        int failed = 0;
        CandelaException last = new LinkException("link.no-answer", "nothing was asked");
        for (int i = 0; i <= plan.requests(); i++) {
            cancellation.throwIfRequested();
            try {
                long nanos = target.probe().ask(cancellation).toNanos();
                if (i > 0) {
                    roundTrips.add(nanos);
                }
            } catch (CandelaException e) {
                failed += i > 0 ? 1 : 0;
                last = e;
            }
            if (i == HOPELESS && roundTrips.isEmpty()) {
                break;
            }
        }
        if (roundTrips.isEmpty()) {
            throw new LinkException(
                    "link.no-answer",
                    target.facility() + " does not answer (" + last.code() + "); see candela check, then measure again",
                    last);
        }
        return Delay.of(roundTrips, failed);
    }
}
