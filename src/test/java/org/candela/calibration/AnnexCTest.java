package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnexCTest {
    /** Two-sided 5 % and 1 % points of printed tables of Student's t. */
    // [utest->req~calibration.annex-c~1]
    @ParameterizedTest
    @CsvSource({
        "12.706, 1, 0.05",
        "4.303, 2, 0.05",
        "3.182, 3, 0.05",
        "2.228, 10, 0.05",
        "2.131, 15, 0.05",
        "2.947, 15, 0.01",
        "3.169, 10, 0.01",
        "1.984, 100, 0.05",
        "0, 7, 1"
    })
    void studentsTAgreesWithPrintedTables(double t, int freedom, double probability) {
        assertEquals(probability, StudentT.twoSided(t, freedom), 5e-5 + probability * 1e-3);
    }

    /** Scatter of a hundredth of a JND about a curve of the order asked for. */
    // [utest->req~calibration.annex-c~1]
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "1, 0.01, 0, 0", "2, 0.01, 0.01, 0", "3, 0, 0.01, 0.002"})
    void theOrderOfTheBendIsFound(int order, double linear, double square, double cube) {
        Random scatter = new Random(5);
        double[] jnds = IntStream.range(0, 17)
                .mapToDouble(i -> i - 8)
                .map(x -> 2.4 + linear * x + square * x * x + cube * x * x * x + 0.01 * scatter.nextGaussian())
                .toArray();

        assertEquals(order, AnnexC.of(jnds).order());
    }

    // [utest->req~calibration.annex-c~1]
    @Test
    void aPerfectLineIsALineWithoutScatter() {
        AnnexC line =
                AnnexC.of(IntStream.range(0, 17).mapToDouble(i -> 2.5 - 0.1 * i).toArray());

        assertEquals(-0.1, line.slope(), 1e-12);
        assertEquals(0, line.lum(), 1e-12);
        assertEquals(1, line.order());
        assertEquals(1.6, line.curveSpan(), 1e-12);
        assertEquals(0, AnnexC.of(new double[] {2, 2, 2, 2}).order());
    }

    /** Worked by hand: 1, 2, 3, 10 has mean 4, slope (−1.5·1 − 0.5·2 + 0.5·3 + 1.5·10) / 5 = 2.8, rests 1.2, −0.6, −2.4, 1.8. */
    // [utest->req~calibration.annex-c~1]
    @Test
    void fourStepsAreAsWorkedByHand() {
        AnnexC four = AnnexC.of(new double[] {1, 2, 3, 10});

        assertEquals(4, four.mean());
        assertEquals(Math.sqrt(50 / 4.0), four.standardDeviation(), 1e-12);
        assertEquals(2.8, four.slope(), 1e-12);
        assertEquals(Math.sqrt((1.44 + 0.36 + 5.76 + 3.24) / 4), four.lum(), 1e-12);
    }

    @Test
    void twoStepsAreEnoughToAnswer() {
        assertTrue(AnnexC.of(new double[] {1, 2}).order() == 0, "no freedom is left to call a slope significant");
    }
}
