package org.candela.facility;

import java.time.Duration;

/** Longest time from receipt of a study to its report that was promised to the facility, by priority. */
public record Turnaround(Duration stat, Duration urgent, Duration routine) {
    /** Start values for a facility that has agreed nothing else yet: 30 minutes, 2 hours, 24 hours. */
    public static final Turnaround START =
            new Turnaround(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(24));

    public Turnaround {
        if (!isPositive(stat) || !isPositive(urgent) || !isPositive(routine)) {
            throw new IllegalArgumentException(
                    "turnaround times must be longer than nothing: " + stat + ", " + urgent + ", " + routine);
        }
    }

    /** The time allowed for a study of this priority. */
    public Duration of(ReadingPriority priority) {
        return switch (priority) {
            case STAT -> stat;
            case URGENT -> urgent;
            case ROUTINE -> routine;
        };
    }

    private static boolean isPositive(Duration duration) {
        return duration.toSeconds() > 0;
    }
}
