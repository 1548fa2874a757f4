package org.candela.displayqa;

import java.util.ArrayList;
import java.util.List;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.image.DisplayLut;

/** The routine test: 18 P-values at equal distances, shown through a display table. */
final class EighteenLevels {
    private EighteenLevels() {}

    /** Contrast response of what the eye sees: emitted plus ambient light. */
    static ContrastResponse measure(MeasuringPass pass, QaProgress.Step step, Shown shown)
            throws DeviceException, CalibrationException {
        List<Luminance> emitted = pass.measure(step, patches(shown.lut()));
        double[] seen = emitted.stream()
                .mapToDouble(light -> light.plus(shown.ambient()).cdPerM2())
                .toArray();
        try {
            return ContrastResponse.of(seen);
        } catch (IllegalArgumentException e) {
            throw new CalibrationException(
                    "calibration.outside-gsdf", "what was measured cannot be judged: " + e.getMessage(), e);
        }
    }

    /** How the levels reach the eye. */
    record Shown(DisplayLut lut, Luminance ambient) {}

    private static List<Integer> patches(DisplayLut lut) {
        List<Integer> patches = new ArrayList<>();
        for (int i = 0; i < ContrastResponse.ROUTINE_LEVELS; i++) {
            patches.add(lut.argb(DisplayLut.MAX_P_VALUE * i / (ContrastResponse.ROUTINE_LEVELS - 1)));
        }
        return patches;
    }
}
