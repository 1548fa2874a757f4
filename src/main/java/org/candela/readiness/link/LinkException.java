package org.candela.readiness.link;

import org.candela.base.CandelaException;

/** The way to a facility could not be measured. */
public final class LinkException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public LinkException(String code, String message) {
        super(code, message);
    }

    public LinkException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
