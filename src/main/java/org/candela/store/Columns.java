package org.candela.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.candela.base.Uid;
import org.jspecify.annotations.Nullable;

/** How Java values become SQLite values. */
final class Columns {
    /** Fixed width, so that the order of the text is the order of time; nanoseconds, so that nothing is lost. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Columns() {}

    static @Nullable Object toSql(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? null : toSql(optional.get());
        }
        if (value instanceof String || value instanceof Number || value instanceof byte[]) {
            return value;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof Instant moment) {
            return MOMENT.format(moment);
        }
        if (value instanceof LocalDate || value instanceof Uid) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw new IllegalArgumentException(
                "no column type for " + value.getClass().getName());
    }
}
