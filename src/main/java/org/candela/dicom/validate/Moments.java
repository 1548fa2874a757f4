package org.candela.dicom.validate;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as a file may hold them, without the ranges of queries and the retired punctuation (PS3.5 §6.2). */
final class Moments {
    private static final String TIME = "(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:\\.\\d{1,6})?)?)?";
    private static final Pattern OF_TIME = Pattern.compile(TIME + " *+");
    private static final Pattern OF_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern OF_BOTH =
            Pattern.compile("(\\d{4})(?:(\\d{2})(?:(\\d{2})(?:" + TIME + ")?)?)?([+-]\\d{4})? *+");
    private static final int MINUTES_MOST = 14 * 60;

    private Moments() {}

    static boolean isDate(String value) {
        Matcher parts = OF_DATE.matcher(value);
        return value.isEmpty() || (parts.matches() && isDay(parts));
    }

    static boolean isTime(String value) {
        Matcher parts = OF_TIME.matcher(value);
        return value.isBlank() || (parts.matches() && isClock(parts, 1));
    }

    static boolean isDateTime(String value) {
        Matcher parts = OF_BOTH.matcher(value);
        return value.isBlank() || (parts.matches() && isDay(parts) && isClock(parts, 4) && isZone(parts.group(7)));
    }

    private static boolean isDay(Matcher parts) {
        int month = number(parts.group(2), 1);
        int day = number(parts.group(3), 1);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(number(parts.group(1), 0), month).lengthOfMonth();
    }

    /** Second 60 is a leap second. */
    private static boolean isClock(Matcher parts, int first) {
        return number(parts.group(first), 0) <= 23
                && number(parts.group(first + 1), 0) <= 59
                && number(parts.group(first + 2), 0) <= 60;
    }

    private static boolean isZone(@Nullable String zone) {
        if (zone == null) {
            return true;
        }
        int minutes = Integer.parseInt(zone.substring(3));
        return minutes <= 59 && Integer.parseInt(zone.substring(1, 3)) * 60 + minutes <= MINUTES_MOST;
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
