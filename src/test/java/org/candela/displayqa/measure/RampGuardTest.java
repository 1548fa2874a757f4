package org.candela.displayqa.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.junit.jupiter.api.Test;

/** What comes back when a run ends without a result, also where the server never held a ramp and answers zeros. */
class RampGuardTest {
    private static final GammaRamp ZEROS = GammaRamp.grey(new int[256]);
    private static final GammaRamp NEUTRAL = GammaRamp.identity(256);
    private static final GammaRamp HALF = GammaRamp.grey(halves());

    private final List<GammaRamp> loaded = new ArrayList<>();
    private GammaRamp inForce = ZEROS;

    private final TestBench.Ramp ramp = new TestBench.Ramp() {
        @Override
        public GammaRamp read() {
            return inForce;
        }

        @Override
        public void load(GammaRamp wanted) {
            loaded.add(wanted);
            inForce = wanted;
        }
    };

    // [utest->req~displayqa.restore~1]
    @Test
    void forZerosThatWereFoundTheNeutralRampComesBack() throws DeviceException {
        try (RampGuard guard = RampGuard.set(ramp)) {
            ramp.load(HALF);
            assertEquals(ZEROS, guard.before());
        }

        assertEquals(NEUTRAL, inForce);
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void theNeutralRampIsNotLoadedTwice() throws DeviceException {
        try (RampGuard guard = RampGuard.set(ramp)) {
            ramp.load(NEUTRAL);
            assertEquals(256, guard.before().size());
        }

        assertEquals(List.of(NEUTRAL), loaded);
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void whereNothingWasLoadedNothingIsPutBack() throws DeviceException {
        RampGuard.set(ramp).close();

        assertEquals(List.of(), loaded);
        assertEquals(ZEROS, inForce);
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void anyOtherRampComesBackToTheLastDigit() throws DeviceException {
        inForce = HALF;

        try (RampGuard guard = RampGuard.set(ramp)) {
            ramp.load(NEUTRAL);
            assertEquals(HALF, guard.before());
        }

        assertEquals(HALF, inForce);
    }

    // [utest->req~displayqa.restore~1]
    @Test
    void aCalibrationCancelledAtAnyPatchOnSuchAServerNeverLeavesZeros() {
        for (int last : new int[] {1, 2, 3, 4, 5, 40}) {
            Bench bench = new Bench();
            bench.inForce = ZEROS;
            Cancellation cancellation = new Cancellation();
            bench.onPatch = () -> {
                if (bench.patches == last) {
                    cancellation.cancel();
                }
            };

            assertThrows(CancellationException.class, () -> new CalibrationRun(
                            bench.testBench(), CalibrationGoal.gsdf(new Luminance(400), 350))
                    .run(cancellation));

            assertEquals(NEUTRAL, bench.inForce, "cancelled at patch " + last);
        }
    }

    private static int[] halves() {
        int[] outputs = new int[256];
        java.util.Arrays.setAll(outputs, input -> input * 128);
        return outputs;
    }
}
