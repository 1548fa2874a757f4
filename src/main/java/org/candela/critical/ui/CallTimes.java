package org.candela.critical.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.candela.critical.ReportSentence;

/** Times of day as they are typed during a call: {@code 14:32} or {@code 1432}, by the clock of the facility. */
final class CallTimes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private CallTimes() {}

    /**
     * The last moment that had this time of day; what is typed is of today or of the night before.
     *
     * @throws IllegalArgumentException when it is no time of day
     */
    static Instant last(String typed, ZoneId zone, Instant now) {
        String digits = typed.strip().replace(":", "");
        if (!digits.matches("[0-9]{3,4}")) {
            throw new IllegalArgumentException("a time is as 14:32, not \"" + typed.strip() + "\"");
        }
        try {
            int number = Integer.parseInt(digits);
            LocalTime time = LocalTime.of(number / 100, number % 100);
            ZonedDateTime today = now.atZone(zone).with(time);
            // The minute that runs has begun before now, by its seconds.
            return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time is as 14:32, not \"" + typed.strip() + "\"", e);
        }
    }

    static String of(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** As {@code CST}. */
    static String zone(Instant at, ZoneId zone) {
        return ReportSentence.zone(at, zone);
    }
}
