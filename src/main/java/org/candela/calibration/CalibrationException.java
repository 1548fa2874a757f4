package org.candela.calibration;

import org.candela.base.CandelaException;

/** A calibration that cannot be: a target out of reach, a response that is not one, a profile that cannot be read. */
public class CalibrationException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public CalibrationException(String code, String message) {
        super(code, message);
    }

    public CalibrationException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
