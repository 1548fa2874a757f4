package org.candela.displayqa.measure;

import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;

/**
 * Puts the graphics LUT back that was in force when the guard was set, unless told that the new one stays. For zeros, by which
 * some servers say that they know none, the neutral one is put back; where nothing was loaded, nothing is.
 */
// [impl->req~displayqa.restore~1]
public final class RampGuard implements AutoCloseable {
    private final TestBench.Ramp ramp;
    private final GammaRamp before;
    private boolean isNewOneKept;

    private RampGuard(TestBench.Ramp ramp, GammaRamp before) {
        this.ramp = ramp;
        this.before = before;
    }

    /** Remembers the ramp in force. */
    public static RampGuard set(TestBench.Ramp ramp) throws DeviceException {
        return new RampGuard(ramp, ramp.read());
    }

    /** The graphics LUT that was in force. */
    GammaRamp before() {
        return before;
    }

    /** What was loaded since stays. */
    public void keepTheNewOne() {
        isNewOneKept = true;
    }

    @Override
    public void close() throws DeviceException {
        if (isNewOneKept) {
            return;
        }
        GammaRamp now = ramp.read();
        GammaRamp wanted = before.toPutBack();
        if (!now.equals(before) && !now.equals(wanted)) {
            ramp.load(wanted);
        }
    }
}
