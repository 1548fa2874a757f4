package org.candela.readiness.link;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.readiness.Evidence;
import org.candela.readiness.Evidence.Basis;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;

/**
 * The case that is read next, and how long all of it takes over a link.
 *
 * @param bytes of its objects, estimated from their number and kind
 */
// [impl->req~readiness.next-case~1]
public record NextCase(FacilityId facility, int objects, long bytes) {
    private static final double BITS = 8;

    /** Of a number of objects of a modality, as they usually are. */
    public static NextCase estimated(FacilityId facility, int objects, String modality) {
        return new NextCase(facility, objects, objects * usualBytes(modality));
    }

    /** Uncompressed pixels: CT 512² and MR 362² at 16 bits, radiographs 2500 × 3000, mammograms 3000 × 4000. */
    private static long usualBytes(String modality) {
        return switch (modality) {
            case "MR" -> 262_144L;
            case "CR", "DX" -> 15_000_000L;
            case "MG" -> 24_000_000L;
            case "US", "XA", "RF" -> 2_000_000L;
            default -> 524_288L;
        };
    }

    /** From the wish to open until all of it is here: bytes × 8 / rate. */
    public Duration over(double bitsPerSecond) {
        return Duration.ofMillis(Math.round(1000 * bytes * BITS / bitsPerSecond));
    }

    /** What the card says of it. */
    public ReadinessItem item(Optional<LinkMeasurement> measured, ReadinessLimits.Link limits) {
        return measured.flatMap(found -> found.down().map(down -> judge(found, down, limits)))
                .orElseGet(() -> new ReadinessItem(
                                "network.next-case",
                                "Next case",
                                Status.NOT_ASSESSED,
                                "How long it takes to come is not known: the link was not measured.",
                                "Measure it: candela network measure " + facility + ".")
                        .with(Evidence.MISSING));
    }

    private ReadinessItem judge(LinkMeasurement found, Throughput down, ReadinessLimits.Link limits) {
        Duration time = over(down.bitsPerSecond());
        String value = seconds(time);
        String reason = String.format(
                Locale.ROOT,
                "%s for %d %s, about %.0f MB, at %.1f Mbit/s; budget %s.",
                value,
                objects,
                objects == 1 ? "object" : "objects",
                bytes / 1e6,
                down.megabits(),
                seconds(limits.nextCase()));
        boolean isInTime = time.compareTo(limits.nextCase()) <= 0;
        return new ReadinessItem(
                        "network.next-case",
                        "Next case",
                        isInTime ? Status.READY : Status.WARNING,
                        reason,
                        isInTime ? "" : "Let it come before you open it: the next cases are fetched ahead of time.")
                .with(new Evidence(value, Optional.of(found.at()), "estimated over the measured link", Basis.MEASURED));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
