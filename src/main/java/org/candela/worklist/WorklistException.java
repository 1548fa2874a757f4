package org.candela.worklist;

import org.candela.base.CandelaException;

/** A change of state that is not possible any more; nothing was changed. */
public final class WorklistException extends CandelaException {
    private static final long serialVersionUID = 1L;

    WorklistException(String code, String message) {
        super(code, message);
    }
}
