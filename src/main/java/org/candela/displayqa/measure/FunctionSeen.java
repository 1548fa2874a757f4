package org.candela.displayqa.measure;

import java.util.stream.IntStream;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GammaDeviation;

/**
 * How far levels are from the power curve that a display is calibrated to; the GSDF has κδ instead.
 *
 * @param levels 18, 52 or 256
 */
public record FunctionSeen(CalibrationGoal.Gamma function, int levels, GammaDeviation deviation) implements Finding {
    /** Of a response to levels. */
    // [impl->req~displayqa.gamma~1]
    public static FunctionSeen of(CalibrationGoal.Gamma function, ContrastResponse response) {
        double[] seen = IntStream.rangeClosed(0, response.steps())
                .mapToDouble(response::luminance)
                .toArray();
        return new FunctionSeen(function, seen.length, GammaDeviation.of(seen, function.exponent()));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.function(this);
    }
}
