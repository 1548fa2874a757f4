package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    private static final double ROUNDING = 1e-12;

    // [utest->req~calibration.contrast-response~1]
    @Test
    void theLevelsOfEachTestAreEvenlySpaced() {
        assertEquals(25.5, ResponseLevels.ELEVEN.pValue(1));
        assertEquals(15, ResponseLevels.EIGHTEEN.pValue(1));
        assertEquals(5, ResponseLevels.FIFTY_TWO.pValue(1));
        assertEquals(255, ResponseLevels.ALL.pValues()[255]);
        assertEquals(Optional.of(ResponseLevels.EIGHTEEN), ResponseLevels.ofCount(18));
        assertEquals(Optional.empty(), ResponseLevels.ofCount(17));
    }

    // [utest->req~calibration.contrast-response~1]
    @Test
    void sixteenPairsOfTheGsdfDoNotDeviateAndOneWithoutContrastDoesWholly() {
        double[] all = Displays.gsdf(256, 1, 350);
        double[] lower = at(all, PairedContrast::lowerP);
        double[] upper = at(all, PairedContrast::upperP);

        assertTrue(PairedContrast.of(lower, upper).kappaDelta() < 1e-3);
        upper[7] = lower[7];
        assertEquals(-1, PairedContrast.of(lower, upper).deviation(7), ROUNDING);
        assertEquals(1, PairedContrast.of(lower, upper).kappaDelta(), ROUNDING);
        assertEquals(251, PairedContrast.upperP(15));
        assertThrows(IllegalArgumentException.class, () -> PairedContrast.of(new double[3], new double[3]));
    }

    /** An uncalibrated display deviates in pairs as it does in steps of the same height. */
    // [utest->req~calibration.contrast-response~1]
    @Test
    void pairsShowWhatStepsShow() {
        double[] all = Displays.gamma(256, new Displays.Native(2.2, 0.8, 350, 0.2));

        double pairs = PairedContrast.of(at(all, PairedContrast::lowerP), at(all, PairedContrast::upperP))
                .kappaDelta();

        assertEquals(0.5, pairs, 0.1);
    }

    /** Readings of another program in pdQC's mode 16 × 2. */
    // [utest->req~calibration.contrast-response~1]
    @Test
    void readingsAtThePairsAreJudgedAsPairsAndOthersAreNot() throws CalibrationException {
        double[] all = Displays.gamma(256, new Displays.Native(2.2, 0.8, 350, 0.2));
        List<String> lines = new ArrayList<>(List.of("ddl,luminance"));
        for (int i = 0; i < PairedContrast.PAIRS; i++) {
            lines.add(PairedContrast.lowerP(i) + "," + all[PairedContrast.lowerP(i)]);
            lines.add(PairedContrast.upperP(i) + "," + all[PairedContrast.upperP(i)]);
        }
        ReadingsEvaluation pairs = ReadingsEvaluation.of(LuminanceReadings.parse("pairs.csv", lines));
        ReadingsEvaluation fewer = ReadingsEvaluation.of(LuminanceReadings.parse("pairs.csv", lines.subList(0, 32)));

        assertEquals(
                PairedContrast.of(at(all, PairedContrast::lowerP), at(all, PairedContrast::upperP))
                        .kappaDelta(),
                pairs.pairs().orElseThrow().kappaDelta(),
                ROUNDING);
        assertEquals(Optional.empty(), fewer.pairs());
    }

    // [utest->req~calibration.ambient-ratio~1]
    @ParameterizedTest
    @CsvSource({"0, GREEN", "0.25, GREEN", "0.2501, YELLOW", "0.67, YELLOW", "0.6701, RED", "3, RED"})
    void theAmbientRatioHasThreeColours(double value, AmbientRatio.Light light) {
        assertEquals(light, new AmbientRatio(value).light());
    }

    // [utest->req~calibration.ambient-ratio~1]
    @Test
    void theAmbientRatioIsByTheLightOfThePanelsOwnBlack() {
        assertEquals(
                0.25, AmbientRatio.of(new Luminance(0.2), new Luminance(0.8)).value(), ROUNDING);
        assertThrows(IllegalArgumentException.class, () -> AmbientRatio.of(new Luminance(0.2), Luminance.ZERO));
    }

    /** D65 at full, a warmer grey in the middle, a level too dark to tell. */
    // [utest->req~calibration.colour~1]
    @Test
    void colourIsToldFromFiveCandelaOn() {
        GreyColour colour = GreyColour.of(
                List.of(level(0, 0.4, 0.40, 0.40), level(51, 5, 0.33, 0.35), level(255, 350, 0.31271, 0.32902)));

        assertEquals(
                List.of(51.0, 255.0),
                colour.points().stream().map(GreyColour.Point::pValue).toList());
        assertEquals(0, colour.white().orElseThrow().fromD65(), 2e-5);
        // u' = 4·0.33 / (−2·0.33 + 12·0.35 + 3) = 0.201835, v' = 9·0.35 / 6.54 = 0.481651
        assertEquals(
                Math.hypot(0.201835 - 0.19783, 0.481651 - 0.46833),
                colour.points().get(0).fromD65(),
                1e-6);
        assertEquals(colour.points().get(0).fromD65(), colour.strayFromWhite(), 2e-5);
        assertEquals(Optional.empty(), GreyColour.of(List.of()).white());
    }

    // [utest->req~calibration.colour~1]
    @Test
    void whitesDifferByTheLargestPair() {
        List<Chromaticity> whites =
                List.of(new Chromaticity(0.20, 0.46), new Chromaticity(0.20, 0.47), new Chromaticity(0.203, 0.464));

        assertEquals(0.01, GreyColour.largestDifference(whites).orElseThrow(), ROUNDING);
        assertEquals(Optional.empty(), GreyColour.largestDifference(whites.subList(0, 1)));
    }

    // [utest->req~calibration.drift~1]
    @Test
    void driftIsSignedAndByTheEarlierResult() {
        LuminanceDrift drift = LuminanceDrift.between(ends(1.0, 400), ends(1.1, 360));

        assertEquals(-0.1, drift.white(), ROUNDING);
        assertEquals(0.1, drift.black(), ROUNDING);
        assertEquals(
                0.1,
                LuminanceDrift.betweenDisplays(List.of(new Luminance(400), new Luminance(380), new Luminance(420))),
                ROUNDING);
        assertEquals(0, LuminanceDrift.betweenDisplays(List.of(new Luminance(400))));
        assertEquals(
                350.2,
                LuminanceDrift.Ends.of(ContrastResponse.of(Displays.eighteen(2.2, 0.8, 350, 0.2)))
                        .white()
                        .cdPerM2());
    }

    /** −5 % and +20 %, both only beyond 0.10 cd/m², twice as wide with each retry. */
    // [utest->req~calibration.outlier~1]
    @ParameterizedTest
    @CsvSource({
        "100, 95.01, 0, false", "100, 94.9, 0, true", "100, 119.9, 0, false", "100, 120.1, 0, true",
        "100, 90.1, 1, false", "100, 89.9, 1, true", "100, 139, 1, false", "100, 60.1, 3, false",
        "0.5, 0.41, 0, false", "0.5, 0.39, 0, true", "0, 0.09, 0, false", "0, 0.2, 4, true"
    })
    void aReadingFarFromItsNeighboursIsTakenAgain(double expected, double reading, int retries, boolean isSuspect) {
        assertEquals(isSuspect, OutlierRule.isSuspect(new Luminance(expected), new Luminance(reading), retries));
    }

    private static LuminanceDrift.Ends ends(double black, double white) {
        return new LuminanceDrift.Ends(new Luminance(black), new Luminance(white));
    }

    private static GreyColour.Level level(double pValue, double luminance, double x, double y) {
        return new GreyColour.Level(pValue, Tristimulus.ofXyY(x, y, new Luminance(luminance)));
    }

    private static double[] at(double[] all, java.util.function.IntUnaryOperator pValue) {
        return IntStream.range(0, PairedContrast.PAIRS)
                .mapToDouble(i -> all[pValue.applyAsInt(i)])
                .toArray();
    }
}
