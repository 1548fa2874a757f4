package org.candela.facility.trial;

import org.candela.base.CandelaException;

/** A service that does not work, with what a reader can do about it. Holds no patient data. */
public final class TrialException extends CandelaException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    /** @param remedy in a sentence or two */
    public TrialException(String code, String message, String remedy) {
        super(code, message);
        this.remedy = remedy;
    }

    /** The same over what was the cause. */
    public TrialException(CandelaException cause, String remedy) {
        super(cause.code(), String.valueOf(cause.getMessage()), cause);
        this.remedy = remedy;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
