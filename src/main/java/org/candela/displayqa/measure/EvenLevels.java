package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Luminance;
import org.candela.image.DisplayLut;

/**
 * P-values at equal distances, shown through a display table.
 *
 * @param count 18 in the routine test
 */
record EvenLevels(int count) {
    private static final int WHITE = 255;

    /** How the levels reach the eye. */
    record Shown(DisplayLut lut, Luminance ambient) {}

    /** The contrast response and, where the meter sees colour, the colour of the greys. */
    List<Finding> measure(MeasuringPass pass, QaProgress.Step step, Shown shown) throws CandelaException {
        int before = pass.readings().size();
        List<Finding> findings = new ArrayList<>();
        findings.add(new LevelsSeen(response(pass, step, shown)));
        colours(pass.readings().subList(before, pass.readings().size())).ifPresent(findings::add);
        return findings;
    }

    /** Contrast response of what the eye sees: emitted plus ambient light. */
    ContrastResponse response(MeasuringPass pass, QaProgress.Step step, Shown shown) throws CandelaException {
        double[] seen = pass.measure(step, patches(shown.lut())).stream()
                .mapToDouble(light -> light.plus(shown.ambient()).cdPerM2())
                .toArray();
        try {
            return ContrastResponse.of(seen);
        } catch (IllegalArgumentException e) {
            throw new CalibrationException(
                    "calibration.outside-gsdf", "what was measured cannot be judged: " + e.getMessage(), e);
        }
    }

    private java.util.Optional<ColoursSeen> colours(List<Reading> readings) {
        List<ColoursSeen.Grey> greys = new ArrayList<>();
        int level = 0;
        for (Reading reading : readings) {
            if (reading.isAccepted()) {
                int pValue = level * WHITE / (count - 1);
                reading.colour().ifPresent(light -> greys.add(new ColoursSeen.Grey(pValue, light)));
                level++;
            }
        }
        return greys.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(new ColoursSeen(greys));
    }

    private List<Integer> patches(DisplayLut lut) {
        List<Integer> patches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patches.add(lut.argb(DisplayLut.MAX_P_VALUE * i / (count - 1)));
        }
        return patches;
    }
}
