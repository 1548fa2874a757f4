package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Luminance;
import org.candela.calibration.ToneTarget;
import org.candela.image.DisplayLut;

/**
 * P-values at equal distances, shown through a display table.
 *
 * @param count 18 in the routine test
 */
record EvenLevels(int count) {
    private static final int WHITE = 255;
    /** Levels that standards judge are read three times each; of finer ones, which are not judged, once. */
    private static final int JUDGED = ContrastResponse.ROUTINE_LEVELS;

    private static final int READINGS = 3;

    /**
     * How the levels reach the eye.
     *
     * @param made what the table was made for; empty where it may have aged since, or there is none
     */
    record Shown(DisplayLut lut, Luminance ambient, Optional<ToneTarget> made) {
        Shown(DisplayLut lut, Luminance ambient) {
            this(lut, ambient, Optional.empty());
        }

        private double expected(double fraction) {
            return made.map(target -> target.emittedAt(fraction).cdPerM2()).orElse(Double.NaN);
        }
    }

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
        double[] seen = pass.measure(step, patches(shown), readings()).stream()
                .mapToDouble(light -> light.plus(shown.ambient()).cdPerM2())
                .toArray();
        try {
            return ContrastResponse.of(seen);
        } catch (IllegalArgumentException e) {
            throw new CalibrationException(
                    "calibration.outside-gsdf", "what was measured cannot be judged: " + e.getMessage(), e);
        }
    }

    private int readings() {
        return count == JUDGED ? READINGS : 1;
    }

    /** Of several readings of one level the last. */
    private Optional<ColoursSeen> colours(List<Reading> readings) {
        List<Reading> accepted = readings.stream().filter(Reading::isAccepted).toList();
        int each = accepted.size() / count; // one of a typed meter
        List<ColoursSeen.Grey> greys = new ArrayList<>();
        for (int level = 0; level < count; level++) {
            int pValue = level * WHITE / (count - 1);
            accepted.get((level + 1) * each - 1)
                    .colour()
                    .ifPresent(light -> greys.add(new ColoursSeen.Grey(pValue, light)));
        }
        return greys.isEmpty() ? Optional.empty() : Optional.of(new ColoursSeen(greys));
    }

    private List<MeasuringPass.Level> patches(Shown shown) {
        List<MeasuringPass.Level> patches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int argb = shown.lut().argb(DisplayLut.MAX_P_VALUE * i / (count - 1));
            patches.add(new MeasuringPass.Level(argb, shown.expected(i / (count - 1.0))));
        }
        return patches;
    }
}
