package org.candela.displayqa;

import java.time.Instant;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;

/**
 * One display on the bench.
 *
 * @param litSince since when the display has been on without a break
 * @param operator who measures
 */
public record QaSession(
        DisplayDevice display, TestBench bench, CalibrationProfile profile, Instant litSince, String operator) {
    public QaSession {
        if (operator.isBlank()) {
            throw new IllegalArgumentException("a QA session names its operator");
        }
    }
}
