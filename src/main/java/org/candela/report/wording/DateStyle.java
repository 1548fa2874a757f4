package org.candela.report.wording;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the reader writes dates; the checks of a report know all three. */
public enum DateStyle {
    /** {@code 11/03/2026}, month first. */
    AMERICAN("MM/dd/uuuu"),
    /** {@code 2026-11-03}. */
    ISO("uuuu-MM-dd"),
    /** {@code 3 November 2026}. */
    NAMED("d MMMM uuuu");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final DateTimeFormatter format;

    DateStyle(String pattern) {
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The date as written. */
    public String write(LocalDate date) {
        return format.format(date);
    }

    /** A month without a day: by its name in every style, since figures would be read as a day. */
    public String write(YearMonth month) {
        return MONTH.format(month);
    }
}
