package org.candela.backup;

import org.candela.base.CandelaException;

/** A backup could not be made, or is not what was made. Messages name the file and what to do. */
public final class BackupException extends CandelaException {
    private static final long serialVersionUID = 1L;

    BackupException(String code, String message) {
        super(code, message);
    }

    BackupException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
