package org.candela.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One result row, read by column name. Valid only inside the {@link RowReader} that received it.
 *
 * <p>Every method throws {@link StoreException} when the column does not exist, or, where absence is not in the return
 * type, when it holds NULL.
 */
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /** Text that must be there. */
    public String string(String column) throws StoreException {
        return optionalString(column).orElseThrow(() -> isNull(column));
    }

    /** Text, or empty for NULL. */
    public Optional<String> optionalString(String column) throws StoreException {
        try {
            return Optional.ofNullable(results.getString(column));
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** A whole number that must be there. */
    public long longValue(String column) throws StoreException {
        try {
            long value = results.getLong(column);
            if (results.wasNull()) {
                throw isNull(column);
            }
            return value;
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** {@link #longValue} as an {@code int}; throws when it does not fit. */
    public int intValue(String column) throws StoreException {
        long value = longValue(column);
        if (value != (int) value) {
            throw new StoreException("store.value", "column " + column + " holds a number beyond 32 bits");
        }
        return (int) value;
    }

    /** A real number that must be there. */
    public double doubleValue(String column) throws StoreException {
        try {
            double value = results.getDouble(column);
            if (results.wasNull()) {
                throw isNull(column);
            }
            return value;
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** A real number; empty for NULL. */
    public Optional<Double> optionalDouble(String column) throws StoreException {
        try {
            double value = results.getDouble(column);
            return results.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** Whether the whole number is not zero. */
    public boolean flag(String column) throws StoreException {
        return longValue(column) != 0;
    }

    /** A copy of the bytes that must be there. */
    public byte[] bytes(String column) throws StoreException {
        try {
            byte[] value = results.getBytes(column);
            if (value == null) {
                throw isNull(column);
            }
            return value;
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** A copy of the bytes; empty for NULL. */
    public Optional<byte[]> optionalBytes(String column) throws StoreException {
        try {
            return Optional.ofNullable(results.getBytes(column));
        } catch (SQLException e) {
            throw unreadable(column, e);
        }
    }

    /** A moment that must be there, stored as ISO-8601 UTC text. */
    public Instant instant(String column) throws StoreException {
        return toInstant(column, string(column));
    }

    /** A moment, or empty for NULL. */
    public Optional<Instant> optionalInstant(String column) throws StoreException {
        Optional<String> text = optionalString(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(toInstant(column, text.orElseThrow()));
    }

    private static Instant toInstant(String column, String text) throws StoreException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new StoreException("store.value", "column " + column + " does not hold an ISO-8601 moment", e);
        }
    }

    private static StoreException isNull(String column) {
        return new StoreException("store.value", "column " + column + " holds no value");
    }

    private static StoreException unreadable(String column, SQLException cause) {
        return new StoreException("store.value", "column " + column + " cannot be read", cause);
    }
}
