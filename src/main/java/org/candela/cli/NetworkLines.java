package org.candela.cli;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.candela.readiness.link.LinkMeasurement;
import org.candela.readiness.link.Throughput;

/** A measurement of a link in one line. */
final class NetworkLines {
    private NetworkLines() {}

    static String of(LinkMeasurement found) {
        return String.format(
                Locale.ROOT,
                "%s  %-12s %-6s down %s  up %s  %.1f ms, jitter %.1f ms, %.1f %% failed%s%s",
                found.at().truncatedTo(ChronoUnit.MINUTES),
                found.facility(),
                found.link().name().toLowerCase(Locale.ROOT),
                rate(found.down()),
                rate(found.up()),
                found.idle().medianMillis(),
                found.idle().jitterMillis(),
                found.idle().lossPercent(),
                found.down()
                        .map(down -> ", " + Math.round(down.roundTripsPerMinute()) + " a minute under load")
                        .orElse(""),
                found.notes().isBlank() ? "" : "  (" + found.notes() + ")");
    }

    private static String rate(Optional<Throughput> rate) {
        return rate.map(one -> String.format(Locale.ROOT, "%.1f Mbit/s", one.megabits()))
                .orElse("not measured");
    }
}
