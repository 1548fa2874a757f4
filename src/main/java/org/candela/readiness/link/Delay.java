package org.candela.readiness.link;

import java.util.List;

/**
 * What small requests tell.
 *
 * @param medianMillis of those that were answered
 * @param jitterMillis interarrival jitter by RFC 3550 §6.4.1, of round trips instead of one-way times
 * @param asked how many requests
 * @param failed how many of them had no good answer. Over TCP a lost packet is sent again and shows as delay: this is the share
 *     of requests that failed, not of packets
 */
public record Delay(double medianMillis, double jitterMillis, int asked, int failed) {
    private static final double NANOS = 1e6;

    /** Of round trips in the order they were made, nanoseconds, at least one. */
    static Delay of(List<Long> roundTrips, int failed) {
        double jitter = 0;
        for (int i = 1; i < roundTrips.size(); i++) {
            double change = Math.abs(roundTrips.get(i) - roundTrips.get(i - 1));
            jitter += (change - jitter) / 16; // J = J + (|D(i-1,i)| - J) / 16
        }
        return new Delay(median(roundTrips) / NANOS, jitter / NANOS, roundTrips.size() + failed, failed);
    }

    static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + (double) sorted.get(middle)) / 2;
    }

    /** Share of requests that failed, percent. */
    public double lossPercent() {
        return 100.0 * failed / asked;
    }
}
