package org.candela.calibration.device;

import java.util.concurrent.CancellationException;

/**
 * Who types readings takes the last one back. What is being measured ends as if cancelled, and begins anew with the readings
 * before it known.
 */
public final class ReadingTakenBack extends CancellationException {
    private static final long serialVersionUID = 1L;

    public ReadingTakenBack() {
        super("the last reading was taken back");
    }
}
