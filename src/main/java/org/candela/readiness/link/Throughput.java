package org.candela.readiness.link;

/**
 * What came or went while the link was loaded.
 *
 * @param bitsPerSecond sustained: of what moved after the warm-up, by its time; payload of HTTP, without what TCP and TLS add
 * @param bytes all that moved, warm-up included
 * @param millis the time that counts
 * @param roundTripsPerMinute responsiveness under load: 60 s by the median of small requests meanwhile; 0 when none was
 *     answered. After draft-ietf-ippm-responsiveness, of requests of the service itself and not by its whole procedure
 * @param failures transfers that broke
 */
public record Throughput(double bitsPerSecond, long bytes, long millis, double roundTripsPerMinute, int failures) {
    private static final double MEGA = 1e6;

    /** Mbit/s with one decimal, as it is shown and judged. */
    public double megabits() {
        return Math.round(bitsPerSecond / MEGA * 10) / 10.0;
    }
}
