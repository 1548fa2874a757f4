package org.candela.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as text (PS3.5 §6.2: DA, TM), with the retired punctuation. */
final class Temporals {
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:\\.(\\d{1,6}))?)?)?");
    private static final int NANO_DIGITS = 9;

    private Temporals() {}

    static Optional<LocalDate> date(String text) {
        Matcher parts = DATE.matcher(text);
        try {
            return parts.matches()
                    ? Optional.of(LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalTime.of(number(parts.group(1)), orZero(parts, 2), orZero(parts, 3), nanos(parts.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int orZero(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : number(parts.group(group));
    }

    private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
        return fraction == null ? 0 : number((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
