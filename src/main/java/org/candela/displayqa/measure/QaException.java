package org.candela.displayqa.measure;

import org.candela.base.CandelaException;

/** A run that cannot start, or a key or report that cannot be used. */
public final class QaException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public QaException(String code, String message) {
        super(code, message);
    }

    public QaException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
