package org.candela.demo.shift;

import org.candela.base.CandelaException;

/** An act did not come to what it must come to. */
final class ShiftException extends CandelaException {
    private static final long serialVersionUID = 1L;

    ShiftException(String unmet) {
        super("demo.unmet", unmet);
    }

    /** Throws unless {@code holds}. */
    static void require(boolean holds, String unmet) throws ShiftException {
        if (!holds) {
            throw new ShiftException(unmet);
        }
    }
}
