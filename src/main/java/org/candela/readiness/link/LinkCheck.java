package org.candela.readiness.link;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.facility.Facility;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.store.StoreException;

/** What was last measured of the way to a facility, each direction by itself, and how it answers. Blocks on the disk alone. */
// [impl->req~readiness.link~1]
public final class LinkCheck implements ReadinessCheck {
    private final Facility facility;
    private final LinkRecords records;
    private final ReadinessLimits.Link limits;
    private final Clock clock;

    public LinkCheck(Facility facility, LinkRecords records, ReadinessLimits.Link limits, Clock clock) {
        this.facility = facility;
        this.records = records;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        return answers().stream()
                .min(Comparator.comparing(ReadinessItem::status))
                .orElseThrow();
    }

    @Override
    public List<ReadinessItem> answers() {
        try {
            Optional<LinkMeasurement> last = records.latest(facility.id(), Link.MAIN);
            return last.isPresent() ? judge(last.orElseThrow()) : List.of(unknown("down", "Not measured yet."));
        } catch (StoreException e) {
            return List.of(unknown("down", "What is on file cannot be read (" + e.code() + ")."));
        }
    }

    private List<ReadinessItem> judge(LinkMeasurement found) {
        List<ReadinessItem> items = new ArrayList<>();
        items.add(rate("down", found.down(), found));
        items.add(rate("up", found.up(), found));
        items.add(delay(found));
        return items;
    }

    private ReadinessItem rate(String direction, Optional<Throughput> rate, LinkMeasurement found) {
        if (rate.isEmpty()) {
            return unknown(direction, found.notes().isBlank() ? "Not measured." : found.notes() + ".");
        }
        double megabits = rate.orElseThrow().megabits();
        String value = text(megabits) + " Mbit/s";
        String reason = value + " sustained over "
                + text(rate.orElseThrow().millis() / 1000.0) + " s, minimum " + text(limits.minimumMbit()) + ", target "
                + text(limits.targetMbit()) + age(found) + ".";
        return item(direction, status(megabits, found), reason)
                .with(Evidence.measured(value, found.at(), facility.name() + by(found)));
    }

    private Status status(double megabits, LinkMeasurement found) {
        if (megabits < limits.minimumMbit()) {
            return Status.FAILED;
        }
        return megabits < limits.targetMbit() || isOld(found) ? Status.WARNING : Status.READY;
    }

    private ReadinessItem delay(LinkMeasurement found) {
        Delay idle = found.idle();
        String value = text(idle.medianMillis()) + " ms";
        String loaded = found.down()
                .map(down -> ", " + Math.round(down.roundTripsPerMinute()) + " answers a minute while loaded")
                .orElse("");
        String greeted = found.greeting()
                .map(first -> String.format(
                        Locale.ROOT,
                        "; name %.0f ms, connection %.0f ms, TLS %.0f ms",
                        first.nameMillis(),
                        first.connectMillis(),
                        first.tlsMillis()))
                .orElse("");
        String reason = value + " for a small request, jitter " + text(idle.jitterMillis()) + " ms, "
                + text(idle.lossPercent()) + " % of " + idle.asked() + " requests failed" + loaded + greeted
                + age(found)
                + ".";
        Status status = idle.failed() > 0 ? Status.WARNING : Status.READY;
        return item("delay", status, reason).with(Evidence.measured(value, found.at(), facility.name() + by(found)));
    }

    private static String by(LinkMeasurement found) {
        return found.device().isBlank() ? "" : " by " + found.device();
    }

    private boolean isOld(LinkMeasurement found) {
        return age(found.at()).compareTo(limits.holds()) > 0;
    }

    private String age(LinkMeasurement found) {
        return isOld(found) ? "; measured " + age(found.at()).toDays() + " days ago" : "";
    }

    private Duration age(java.time.Instant at) {
        return Duration.between(at, clock.instant());
    }

    private ReadinessItem item(String what, Status status, String reason) {
        String whatToDo = status == Status.READY
                ? ""
                : "Measure again with nothing else on the line: candela network measure " + facility.id() + ".";
        return new ReadinessItem(id(what), title(what), status, reason, whatToDo)
                .about(facility.id().value());
    }

    private ReadinessItem unknown(String what, String reason) {
        return item(what, Status.NOT_ASSESSED, reason).with(Evidence.MISSING);
    }

    private String id(String what) {
        return "network." + what + "." + facility.id();
    }

    private String title(String what) {
        String words =
                switch (what) {
                    case "down" -> "Link from ";
                    case "up" -> "Link to ";
                    default -> "Answers of ";
                };
        return words + facility.name();
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
