package org.candela.dictation.keep;

import org.candela.base.CandelaException;

/** Sound cannot be written to the disk or read from it. Messages say what to do and hold nothing that was said. */
public final class SpoolException extends CandelaException {
    private static final long serialVersionUID = 1L;

    SpoolException(String code, String message) {
        super(code, message);
    }

    SpoolException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
