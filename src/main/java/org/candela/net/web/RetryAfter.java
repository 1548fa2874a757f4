package org.candela.net.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After field (RFC 9110 §10.2.3), in seconds or as a moment by the server's own clock. */
final class RetryAfter {
    private RetryAfter() {}

    /** The pause asked for, zero when none; {@code field} and {@code date} are "" where the answer has none. */
    static Duration of(String field, String date) {
        if (field.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(field));
        }
        return moment(date)
                .flatMap(now -> moment(field).map(then -> Duration.between(now, then)))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
