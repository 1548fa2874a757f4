package org.candela.calibration;

import java.util.Collection;

/** What a limit says of a value; worst first. "Not assessed" never passes. */
public enum Assessment {
    FAIL,
    NOT_ASSESSED,
    PASS;

    /** The worst of several; of none at all it is not assessed. */
    public static Assessment worst(Collection<Assessment> all) {
        return all.stream().min(Assessment::compareTo).orElse(NOT_ASSESSED);
    }
}
