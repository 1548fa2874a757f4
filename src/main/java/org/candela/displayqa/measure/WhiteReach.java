package org.candela.displayqa.measure;

import org.candela.base.Cancellation;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;

/** How bright a display can be: its white through the neutral graphics LUT. What was in force is put back. Device thread. */
// [impl->req~displayqa.match~1]
public final class WhiteReach {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int READINGS = 3;

    private WhiteReach() {}

    /** L'max that the panel reaches, ambient light included; mean of three readings. */
    public static Luminance measure(TestBench bench, Cancellation cancellation) throws DeviceException {
        try (RampGuard guard = RampGuard.set(bench.ramp())) {
            bench.ramp().load(GammaRamp.identity(guard.before().size()));
            MeasuringPass pass = new MeasuringPass(bench, cancellation, QaProgress.NONE);
            return pass.mean(new MeasuringPass.Patch(WHITE, READINGS), MeasuringPass.Bounds.ANYTHING)
                    .plus(bench.room().ambient());
        }
    }
}
