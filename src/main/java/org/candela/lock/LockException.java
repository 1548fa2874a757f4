package org.candela.lock;

import org.candela.base.CandelaException;

/** Something that the lock does not allow. */
public final class LockException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public LockException(String code, String message) {
        super(code, message);
    }
}
