package org.candela.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How values are written on screen: unambiguous dates, short spans, readable names. Pure. */
public final class Formats {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Formats() {}

    /** {@code 4 Mar 2026}: the month in letters, so that no reader takes it for the day. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** {@code 4 Mar 2026 14:05} in {@code zone}. */
    public static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** {@code 14:05:09} in {@code zone}. */
    public static String clock(Instant moment, ZoneId zone) {
        return CLOCK.format(moment.atZone(zone));
    }

    /** A span in its two largest useful units: {@code 2 d 3 h}, {@code 1 h 05 min}, {@code 12 min}, {@code 8 s}. */
    public static String span(Duration span) {
        Duration length = span.abs();
        String sign = span.isNegative() ? "\u2212" : "";
        if (length.toDays() > 0) {
            return sign + length.toDays() + " d " + length.toHoursPart() + " h";
        }
        if (length.toHours() > 0) {
            return sign + String.format(Locale.ROOT, "%d h %02d min", length.toHours(), length.toMinutesPart());
        }
        return sign + (length.toMinutes() > 0 ? length.toMinutes() + " min" : length.toSeconds() + " s");
    }

    /** A number with exactly {@code decimals} places and a point: {@code 12.5}. */
    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A size in decimal units: {@code 12.6 MB}. */
    public static String bytes(long count) {
        double size = count;
        int unit = 0;
        while (size >= 1000 && unit < BYTE_UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return unit == 0 ? count + " B" : number(size, 1) + " " + BYTE_UNITS[unit];
    }

    /**
     * A DICOM person name ({@code Family^Given^Middle^Prefix^Suffix}, PS3.5 §6.2.1.1) as {@code Family, Given Middle}.
     * Only the first component group is shown; an empty name reads {@code (no name)}.
     */
    public static String personName(String dicomName) {
        String group = dicomName.split("=", -1)[0].strip();
        String[] parts = group.split("\\^", -1);
        String given = Stream.of(parts)
                .skip(1)
                .limit(2)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        String family = parts[0].strip();
        if (family.isEmpty() && given.isEmpty()) {
            return "(no name)";
        }
        return family.isEmpty() || given.isEmpty() ? family + given : family + ", " + given;
    }
}
