package org.candela.critical;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How soon a finding must be known there, by the three categories of the ACR Actionable Reporting Work Group. The work group
 * names the scale and no number; the limits here are start values that each facility replaces by its own.
 */
public enum CriticalCategory {
    /** Category 1: told by word of mouth within minutes. */
    MINUTES(1, Duration.ofMinutes(15)),
    /** Category 2: within hours. */
    HOURS(2, Duration.ofHours(2)),
    /** Category 3: within days. */
    DAYS(3, Duration.ofDays(3));

    private final int number;
    private final Duration start;

    CriticalCategory(int number, Duration start) {
        this.number = number;
        this.start = start;
    }

    /** 1 to 3. */
    public int number() {
        return number;
    }

    /** The limit where a facility gave none. */
    public Duration startLimit() {
        return start;
    }

    /** As it is said: {@code "1, within minutes"}. */
    public String words() {
        return number + ", within " + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The category of a number; empty for none. */
    public static Optional<CriticalCategory> of(String number) {
        return Stream.of(values())
                .filter(category -> Integer.toString(category.number).equals(number))
                .findFirst();
    }
}
