package org.candela.dicom.image;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment in VR DT (PS3.5 6.2): {@code YYYYMMDDHHMMSS.FFFFFF&ZZXX}, here at least to the minute, since a date alone times no
 * decay.
 *
 * @param local date and time of day where it was written
 * @param zone its offset from UTC as written, {@code "-0500"}; empty when it has none
 */
record DateTimeValue(LocalDateTime local, String zone) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?(?:\\.(\\d{1,6}))?([+-]\\d{4})?");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{4}");

    /** The value; empty when it is none. */
    static Optional<DateTimeValue> of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    parts.group(6) == null ? 0 : number(parts, 6),
                    nanos(parts.group(7) == null ? "" : parts.group(7)));
            String zone = parts.group(8) == null ? "" : parts.group(8);
            return zone.isEmpty() || offset(zone).isPresent()
                    ? Optional.of(new DateTimeValue(local, zone))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Its offset from UTC, where it has one. */
    Optional<ZoneOffset> offset() {
        return offset(zone);
    }

    /** An offset as in Timezone Offset From UTC (0008,0201): {@code "+0100"}, {@code "-0530"}. */
    static Optional<ZoneOffset> offset(String text) {
        if (!OFFSET.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static int nanos(String fraction) {
        return fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
