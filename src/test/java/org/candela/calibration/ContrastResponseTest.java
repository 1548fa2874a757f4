package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastResponseTest {
    private static final double[] IDEAL_1_350 = {
        1.0000, 2.0624, 3.6645, 5.9437, 9.0693, 13.2515, 18.7518, 25.8948, 35.0840, 46.8203, 61.7258, 80.5733, 104.3221,
        134.1645, 171.5816, 218.4154, 276.9566, 350.0565
    };

    // [utest->req~calibration.contrast-response~1]
    @Test
    void theGsdfItselfDeviatesByItsPrintedDigitsOnly() {
        ContrastResponse response = ContrastResponse.of(IDEAL_1_350);

        assertTrue(response.kappaDelta() < 1e-3, "κδ " + response.kappaDelta());
        assertEquals(.020279, response.idealContrast(0), 1e-6);
        assertEquals(.006815, response.idealContrast(16), 1e-6);
    }

    /** An uncalibrated γ 2.2 display from 0.8 to 350 cd/m² with 0.2 cd/m² of room light, worked by hand. */
    // [utest->req~calibration.contrast-response~1]
    @Test
    void anUncalibratedDisplayFailsByHalf() {
        ContrastResponse response = ContrastResponse.of(Displays.eighteen(2.2, 0.8, 350, 0.2));

        assertEquals(0.50946, response.kappaDelta(), 5e-6);
        assertEquals(-0.26414, response.deviation(0), 5e-6);
        assertEquals(-0.43064, response.deviation(16), 5e-6);
        assertEquals(34.2177, response.meanJnds(), 5e-5);
        assertEquals(-1.93815, response.fitSlope(), 5e-6);
        assertEquals(7.5398, response.lum(), 5e-5);
    }

    // [utest->req~calibration.contrast-response~1]
    @ParameterizedTest
    @CsvSource({"2.2, 0.5, 400, 0.1, 0.55018", "1.8, 1, 420, 0.2, 0.66739"})
    void otherDisplaysToo(double gamma, double black, double white, double ambient, double expected) {
        assertEquals(
                expected,
                ContrastResponse.of(Displays.eighteen(gamma, black, white, ambient))
                        .kappaDelta(),
                5e-6);
    }

    @Test
    void endsOutsideTheStandardAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ContrastResponse.of(new double[] {0.01, 1, 100}));
        assertThrows(IllegalArgumentException.class, () -> ContrastResponse.of(new double[] {100, 50, 1}));
    }

    /** Contrast is judged step by step up to 52 levels; of 256 levels five steps at a time. */
    // [utest->req~calibration.many-levels~1]
    @ParameterizedTest
    @CsvSource({"11, 1", "18, 1", "52, 1", "103, 2", "256, 5"})
    void manyLevelsAreJudgedOverSeveralSteps(int levels, int span) {
        assertEquals(span, ContrastResponse.of(Displays.gsdf(levels, 1, 350)).judgedSpan());
    }

    /** One level out of 256 that is a copy of the one below is a step lost, but not a curve gone wrong. */
    // [utest->req~calibration.many-levels~1]
    @Test
    void aLostStepOfTwoHundredFiftySixIsNotJudgedAlone() {
        double[] levels = Displays.gsdf(256, 1, 350);
        levels[128] = levels[127];

        ContrastResponse response = ContrastResponse.of(levels);

        assertEquals(1, response.kappaDelta(), 0.05, "one raw step has no contrast, the next has two");
        assertEquals(0.2, response.judgedKappaDelta(), 0.005, "a fifth of five steps is missing");
        assertEquals(response.kappaDelta(), response.kappaDeltaOver(1));
    }

    /** Five steps of 256 levels are one step of 52, wherever they begin at a multiple of five. */
    // [utest->req~calibration.many-levels~1]
    @Test
    void fiveStepsOfTwoHundredFiftySixLevelsAreOneOfFiftyTwo() {
        double[] all = Displays.gamma(256, new Displays.Native(2.2, 0.8, 350, 0.2));
        double[] fiftyTwo = IntStream.range(0, 52).mapToDouble(i -> all[5 * i]).toArray();
        ContrastResponse fine = ContrastResponse.of(all);
        ContrastResponse coarse = ContrastResponse.of(fiftyTwo);

        for (int i = 0; i < 51; i++) {
            assertEquals(coarse.deviation(i), fine.deviationOver(5, 5 * i), 1e-12, "step " + i);
        }
        assertThrows(IllegalArgumentException.class, () -> coarse.kappaDeltaOver(52));
    }

    /** Figures that pdQC shows beside κδ, of the uncalibrated display above. */
    // [utest->req~calibration.contrast-response~1]
    @Test
    void theWholeRangeIsToldInJnds() {
        ContrastResponse response = ContrastResponse.of(Displays.eighteen(2.2, 0.8, 350, 0.2));
        double direct = 0;
        for (int i = 0; i < 18; i++) {
            double wanted = JndScale.polynomialIndex(1) + i * response.jndRange() / 17;
            direct = Math.max(direct, Math.abs(JndScale.polynomialIndex(response.luminance(i)) - wanted));
        }

        assertEquals(350.2, response.luminanceRatio(), 1e-12);
        assertEquals(34.2177 * 17, response.jndRange(), 17 * 5e-5);
        assertEquals(response.jndRange() / 255, response.jndsPerGrey(), 1e-12);
        assertEquals(direct, response.maxJndError(), 1e-12);
        assertTrue(ContrastResponse.of(IDEAL_1_350).maxJndError() < 0.1, "the polynomial's own error at most");
    }
}
