package org.candela.store;

import java.sql.SQLException;
import org.candela.base.CandelaException;
import org.sqlite.SQLiteErrorCode;

/** The database could not be opened, read or written. The message names the file and the reason, never a value. */
public final class StoreException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public StoreException(String code, String message) {
        super(code, message);
    }

    public StoreException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }

    /** Translates the driver's error; {@code what} says what was attempted and on which file. */
    static StoreException of(String what, SQLException cause) {
        // Extended result codes keep the primary code in the low byte (sqlite.org/rescode.html).
        SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xFF);
        return switch (primary) {
            case SQLITE_READONLY, SQLITE_PERM ->
                new StoreException("store.read-only", what + ": the file or its folder cannot be written", cause);
            case SQLITE_CANTOPEN ->
                new StoreException("store.cannot-open", what + ": the file cannot be opened or created", cause);
            case SQLITE_FULL -> new StoreException("store.disk-full", what + ": no space left", cause);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                new StoreException("store.corrupt", what + ": the file is damaged or is not a SQLite database", cause);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreException("store.busy", what + ": another program holds the database", cause);
            case SQLITE_CONSTRAINT ->
                new StoreException(
                        "store.constraint", what + ": a rule of the database forbids it (" + primary + ")", cause);
            case SQLITE_IOERR -> new StoreException("store.io", what + ": the disk reported an error", cause);
            default -> new StoreException("store.sql", what + ": " + primary, cause);
        };
    }
}
