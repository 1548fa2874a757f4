package org.candela.report.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates in prose, also with the month first and years of two digits: {@code 2026-11-24}, {@code 11/24/2026} (month first, as in the United States), {@code 24 Nov 2026}. */
final class WrittenDates {
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern AMERICAN = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
    private static final Pattern NAMED = Pattern.compile("\\b(\\d{1,2}) ([A-Za-z]{3})[a-z]*\\.? (\\d{4})\\b");

    private static final Pattern SHORT = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{2})(?![\\d/])");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b([A-Za-z]{3})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");
    private static final int CENTURY = 2000;

    private WrittenDates() {}

    /** Every valid date in the text, by form. */
    static List<LocalDate> in(String text) {
        List<LocalDate> dates = new ArrayList<>();
        ISO.matcher(text).results().map(m -> date(m, 1, number(m, 2), 3)).forEach(date -> date.ifPresent(dates::add));
        AMERICAN.matcher(text)
                .results()
                .map(m -> date(m, 3, number(m, 1), 2))
                .forEach(date -> date.ifPresent(dates::add));
        NAMED.matcher(text)
                .results()
                .map(m -> date(m, 3, month(m.group(2)), 1))
                .forEach(date -> date.ifPresent(dates::add));
        SHORT.matcher(text)
                .results()
                .map(m -> date(CENTURY + number(m, 3), number(m, 1), number(m, 2)))
                .forEach(date -> date.ifPresent(dates::add));
        MONTH_FIRST
                .matcher(text)
                .results()
                .map(m -> date(number(m, 3), month(m.group(1)), number(m, 2)))
                .forEach(date -> date.ifPresent(dates::add));
        return List.copyOf(dates);
    }

    private static Optional<LocalDate> date(MatchResult match, int yearGroup, int month, int dayGroup) {
        return date(number(match, yearGroup), month, number(match, dayGroup));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty(); // not a date, for example 31/12/2026 in a country that puts the day first
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int month(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().startsWith(wanted)) {
                return month.getValue();
            }
        }
        return 0;
    }
}
