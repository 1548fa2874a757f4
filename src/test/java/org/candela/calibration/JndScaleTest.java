package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JndScaleTest {
    /** Six printed digits. */
    private static final double SIX_DIGITS = 2e-6;

    // [utest->req~calibration.gsdf~1]
    @ParameterizedTest
    @CsvSource({
        "1, 0.0499818", "2, 0.0546787", "3, 0.0593751", "10, 0.0990658", "17, 0.149810", "50, 0.557382",
        "71, 0.987987", "100, 1.85083", "150, 4.25857", "200, 8.21785", "250, 14.3250", "300, 23.3989",
        "400, 55.3640", "450, 81.9174", "500, 119.132", "511, 129.121", "512, 130.065", "600, 243.010",
        "700, 480.500", "800, 933.187", "900, 1795.08", "1000, 3439.16", "1022, 3967.47", "1023, 3993.33"
    })
    void luminanceFollowsTheStandardsFunction(double index, double luminance) {
        assertEquals(luminance, JndScale.luminance(index), luminance * 5 * SIX_DIGITS);
    }

    // [utest->req~calibration.gsdf~1]
    @ParameterizedTest
    @CsvSource({
        "0.05, 1.0304",
        "0.1, 10.1177",
        "0.5, 46.5578",
        "0.8, 62.7158",
        "1, 71.4981",
        "1.2, 79.2557",
        "1.4, 86.2464",
        "2, 104.0387",
        "5, 161.3064",
        "10, 216.8717",
        "50, 387.3969",
        "100, 476.3638",
        "170, 549.1876",
        "171, 550.0115",
        "250, 604.1122",
        "350, 653.1152",
        "420, 680.0169",
        "450, 690.2529",
        "500, 705.9392",
        "600, 733.2276",
        "1000, 810.4866",
        "130.065284012, 511.9964806"
    })
    void thePolynomialAgreesWithOtherImplementations(double luminance, double index) {
        assertEquals(index, JndScale.polynomialIndex(luminance), 5e-5);
    }

    /** Why there are two inverses: the standard's polynomial is a fit and misses by this much. */
    // [utest->req~calibration.gsdf~1]
    @Test
    void thePolynomialIsNoExactInverse() {
        double[] errors = IntStream.rangeClosed(1, 1023)
                .mapToDouble(j -> Math.abs(JndScale.polynomialIndex(Math.max(0.05, JndScale.luminance(j))) - j))
                .toArray();

        assertEquals(0.0916, DoubleStream.of(errors).max().orElseThrow(), 5e-5);
        assertEquals(
                0.0223,
                Math.sqrt(DoubleStream.of(errors).map(e -> e * e).average().orElseThrow()),
                5e-5);
        assertEquals(1.000049, JndScale.luminance(JndScale.polynomialIndex(1)), 5e-7);
        assertEquals(350.0565, JndScale.luminance(JndScale.polynomialIndex(350)), 5e-5);
    }

    // [utest->req~calibration.gsdf~1]
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.8, 1, 1.2, 171, 350, 420, 3993})
    void theExactIndexIsAnInverse(double luminance) {
        assertEquals(luminance, JndScale.luminance(Math.min(1023, JndScale.index(luminance))), luminance * 1e-9);
    }

    @Test
    void whatLiesOutsideIsTold() {
        assertFalse(JndScale.covers(0));
        assertFalse(JndScale.covers(Double.NaN));
        assertFalse(JndScale.covers(4000));
        assertThrows(IllegalArgumentException.class, () -> JndScale.index(0.01));
        assertThrows(IllegalArgumentException.class, () -> JndScale.luminance(0.5));
    }
}
