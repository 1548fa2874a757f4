package org.candela.critical;

import org.candela.base.CandelaException;

/** Something that critical results do not allow, or a policy that is none. */
public final class CriticalException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public CriticalException(String code, String message) {
        super(code, message);
    }
}
