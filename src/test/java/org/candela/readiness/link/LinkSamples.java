package org.candela.readiness.link;

import java.time.Instant;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.readiness.link.LinkMeasurement.Link;

/** Measurements made up for tests. */
final class LinkSamples {
    private LinkSamples() {}

    static LinkMeasurement measured(Instant at, double downMbit, double upMbit) {
        return new LinkMeasurement(
                new FacilityId("clinic"),
                Link.MAIN,
                "enp3s0",
                at,
                Optional.of(new Greeting("192.0.2.7", 3, 12, 25, Optional.of(at.plusSeconds(86_400)))),
                new Delay(18.5, 1.25, 20, 0),
                rate(downMbit),
                rate(upMbit),
                "");
    }

    /** Negative for a direction that was not measured. */
    private static Optional<Throughput> rate(double megabits) {
        return megabits < 0 ? Optional.empty() : Optional.of(new Throughput(megabits * 1e6, 40_000_000, 8000, 900, 0));
    }
}
