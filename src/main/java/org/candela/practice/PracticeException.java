package org.candela.practice;

import org.candela.base.CandelaException;

/** Something on file, or about to be, that cannot be used. */
public final class PracticeException extends CandelaException {
    private static final long serialVersionUID = 1L;

    PracticeException(String code, String message) {
        super(code, message);
    }

    PracticeException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
