package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaDeviationTest {
    // [utest->req~calibration.gamma-deviation~1]
    @ParameterizedTest
    @ValueSource(ints = {18, 52, 256})
    void aPowerCurveDeviatesByNothingFromItself(int levels) {
        GammaDeviation deviation = GammaDeviation.of(curve(2.2, levels), 2.2);

        assertEquals(0, deviation.largest(), 1e-12);
        assertEquals(2.2, deviation.exponent(), 1e-12);
    }

    /** By hand: levels 1, 5, 10 against γ 2: the curve is 1, 3.25, 10; contrasts 4/3 to 18/17 and 2/3 to 54/53. */
    // [utest->req~calibration.gamma-deviation~1]
    @Test
    void contrastIsComparedWithThatOfTheCurveThroughTheMeasuredEnds() {
        GammaDeviation deviation = GammaDeviation.of(new double[] {1, 5, 10}, 2);

        double first = 2 * 4 / 6.0 / (2 * 2.25 / 4.25) - 1;
        double second = 2 * 5 / 15.0 / (2 * 6.75 / 13.25) - 1;
        assertEquals(Math.max(Math.abs(first), Math.abs(second)), deviation.largest(), 1e-12);
        assertEquals(Math.log(4 / 9.0) / Math.log(0.5), deviation.exponent(), 1e-12);
    }

    // [utest->req~calibration.gamma-deviation~1]
    @Test
    void anotherExponentIsTold() {
        GammaDeviation deviation = GammaDeviation.of(curve(1.8, 18), 2.2);

        assertTrue(deviation.largest() > 0.2, deviation.toString());
        assertEquals(1.8, deviation.exponent(), 1e-12);
    }

    // [utest->req~calibration.gamma-deviation~1]
    @Test
    void whatDoesNotRiseIsNoResponse() {
        assertThrows(IllegalArgumentException.class, () -> GammaDeviation.of(new double[] {2, 2, 2}, 2.2));
        assertThrows(IllegalArgumentException.class, () -> GammaDeviation.of(new double[] {1, 2}, 2.2));
    }

    /** A target of gamma is predicted by its own curve: a panel that has it already needs no sub-greys. */
    // [utest->req~calibration.gamma-deviation~1]
    @Test
    void aTableIsPredictedByTheFunctionOfItsTarget() throws CalibrationException {
        CalibrationGoal goal = new CalibrationGoal(
                new CalibrationGoal.Gamma(2.2), new Luminance(350), new CalibrationGoal.Fixed(new Luminance(1)));
        LuminanceResponse response = Displays.gamma(2.2, 1, 350);

        LutPlan plan = LutPlan.of(
                LutBuilder.of(response, goal.in(Luminance.ZERO)),
                PanelLight.of(response, ChannelWeights.SRGB),
                LutPlan.RENDERER);

        assertEquals(new LutHolder.Renderer(GreyPalette.GREY_256), plan.best().holder());
        assertTrue(plan.best().prediction().kappaDelta() < 0.01, plan.best().toString());
    }

    private static double[] curve(double gamma, int levels) {
        return IntStream.range(0, levels)
                .mapToDouble(i -> 1 + 349 * Math.pow(i / (levels - 1.0), gamma))
                .toArray();
    }
}
