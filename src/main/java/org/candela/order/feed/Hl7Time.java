package org.candela.order.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as HL7 writes them: {@code YYYY[MM[DD[HH[MM[SS[.S]]]]]][+/-ZZZZ]} (v2.5.1 §2.A.22). */
final class Hl7Time {
    private static final Pattern FORM = Pattern.compile(
            "([0-9]{4})([0-9]{2})([0-9]{2})(?:([0-9]{2})([0-9]{2})(?:([0-9]{2})(?:\\.[0-9]{1,4})?)?)?([+-][0-9]{4})?");

    private Hl7Time() {}

    /** The offset that {@code time} states. */
    static Optional<ZoneOffset> zoneOf(String time) {
        Matcher parts = FORM.matcher(time);
        return parts.matches() ? zone(parts.group(7)) : Optional.empty();
    }

    /** The moment, if it tells day and hour, and it or its message the time zone: without one it could be hours off. */
    static Optional<Instant> moment(String time, Optional<ZoneOffset> zoneOfMessage) {
        Matcher parts = FORM.matcher(time);
        if (!parts.matches() || parts.group(4) == null) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(parts.group(1)),
                    number(parts.group(2)),
                    number(parts.group(3)),
                    number(parts.group(4)),
                    number(parts.group(5)),
                    parts.group(6) == null ? 0 : number(parts.group(6)));
            return zone(parts.group(7)).or(() -> zoneOfMessage).map(local::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String time) {
        Matcher parts = FORM.matcher(time);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> zone(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
