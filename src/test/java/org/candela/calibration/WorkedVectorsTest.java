package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked vectors at P = 0, 15, …, 255, each to the digits it is printed with; DCMTK prints the same luminances. */
class WorkedVectorsTest {
    // [utest->req~calibration.contrast-response~1]
    @ParameterizedTest
    @CsvSource({
        "1, 350, 581.617, 2.28085, 5e-5, 1.0000 2.0624 3.6645 5.9437 9.0693 13.2515 18.7518 25.8948 35.0840 46.8203"
                + " 61.7258 80.5733 104.3221 134.1645 171.5816 218.4154 276.9566 350.0565",
        "1.2, 420, 600.761, 2.35593, 5e-4, 1.1998 2.4215 4.2544 6.8589 10.4343 15.2306 21.5601 29.8141 40.4818 54.1753"
                + " 71.6599 93.893 122.0724 157.6968 202.6428 259.261 330.4975 420.047"
    })
    void theGsdfBetweenTwoEnds(
            double minimum, double maximum, double jnds, double perGrey, double digits, String luminances) {
        double[] printed = numbers(luminances);

        ContrastResponse response = ContrastResponse.of(Displays.gsdf(18, minimum, maximum));

        for (int i = 0; i < 18; i++) {
            assertEquals(printed[i], response.luminance(i), digits + 1e-9, "level " + i);
        }
        double range = JndScale.polynomialIndex(maximum) - JndScale.polynomialIndex(minimum);
        assertEquals(jnds, range, 5e-4);
        assertEquals(perGrey, range / 255, 5e-6);
    }

    // [utest->req~calibration.contrast-response~1]
    @Test
    void theContrastOfEachStepPerJnd() {
        double[] printed = numbers(".020279 .016354 .013867 .012170 .010953 .010047 .009353 .008809 .008377 .008027"
                + " .007743 .007509 .007315 .007154 .007020 .006908 .006815");

        double[] ends = Displays.gsdf(18, 1, 350);
        ends[0] = 1;
        ends[17] = 350;

        ContrastResponse response = ContrastResponse.of(ends);

        for (int i = 0; i < 17; i++) {
            assertEquals(printed[i], response.idealContrast(i), 6e-7, "step " + i);
        }
    }

    /** The ideal between 1.0 and 350.2: even steps but for the polynomial's own error. */
    // [utest->req~calibration.annex-c~1]
    @Test
    void theIdealScattersByThePolynomialOnly() {
        AnnexC ideal = ContrastResponse.of(Displays.gsdf(18, 1.0, 350.2)).annexC();

        assertEquals(34.2190, ideal.mean(), 5e-5);
        assertEquals(0.01415, ideal.standardDeviation(), 5e-6);
    }

    // [utest->req~calibration.annex-c~1]
    @Test
    void anUncalibratedDisplayBends() {
        AnnexC measured =
                ContrastResponse.of(Displays.eighteen(2.2, 0.8, 350, 0.2)).annexC();

        assertEquals(34.2177, measured.mean(), 5e-5);
        assertEquals(12.1245, measured.standardDeviation(), 5e-5);
        assertEquals(-1.93815, measured.slope(), 5e-6);
        assertEquals(7.5398, measured.lum(), 5e-5);
        assertEquals(AnnexC.CUBIC, measured.order());
    }

    /**
     * Distinct levels and κδ by depth of the LUT: γ 2.2, L' 1.0 to 350.2; the last column is κδ of raw single steps. The
     * table was made with the polynomial's ends, so these are taken here.
     */
    // [utest->req~calibration.lut~1]
    @ParameterizedTest
    @CsvSource({
        "8, 216, 0.059, 0.224, 1.00",
        "10, 256, 0.022, 0.060, 0.306",
        "12, 256, 0.0033, 0.013, 0.085",
        "16, 256, 0.0006, 0.002, 0.011"
    })
    void theDepthOfTheLutLimitsEveryMeasure(int bits, int distinct, String at18, String at52, String raw256)
            throws CalibrationException {
        PanelLevels levels = PanelLevels.of((1 << bits) - 1, Displays.gamma(2.2, 0.8, 350));

        double[] seen = DoubleStream.of(Displays.gsdf(256, 1.0, 350.2))
                .map(wanted -> 0.2 + levels.luminance(levels.nearest(wanted - 0.2)))
                .toArray();

        assertEquals(distinct, DoubleStream.of(seen).distinct().count());
        assertPrinted(at18, every(seen, 15).kappaDelta());
        assertPrinted(at52, every(seen, 5).kappaDelta());
        assertPrinted(raw256, every(seen, 1).kappaDelta());
    }

    /** The exact inverse that tables are built with is no worse, and and finer LUTs gain by it. */
    // [utest->req~calibration.lut~1]
    @ParameterizedTest
    @CsvSource({"8, 0.0589, 0.2243", "10, 0.0219, 0.0601", "12, 0.0033, 0.0147", "16, 0.0002, 0.0010"})
    void tablesAreBuiltWithTheExactInverse(int bits, String at18, String at52) throws CalibrationException {
        GsdfTarget target = new GsdfTarget(new Luminance(1.0), new Luminance(350.2), new Luminance(0.2));

        LutBuilder.Prediction prediction = LutBuilder.of(Displays.gamma(2.2, 0.8, 350), target)
                .forGraphicsLut(bits)
                .prediction();

        assertPrinted(at18, prediction.kappaDelta());
        assertPrinted(at52, prediction.kappaDelta52());
    }

    private static ContrastResponse every(double[] seen, int step) {
        return ContrastResponse.of(IntStream.range(0, 255 / step + 1)
                .mapToDouble(i -> seen[i * step])
                .toArray());
    }

    /** Equal when rounded to the digits that {@code printed} has. */
    private static void assertPrinted(String printed, double value) {
        double digit = Math.pow(10, -new BigDecimal(printed).scale());
        assertEquals(Double.parseDouble(printed), value, digit / 2 + 1e-9);
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
