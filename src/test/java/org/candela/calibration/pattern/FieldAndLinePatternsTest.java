package org.candela.calibration.pattern;

import static org.candela.calibration.pattern.Painted.BASE;
import static org.candela.calibration.pattern.Painted.LANDSCAPE_3MP;
import static org.candela.calibration.pattern.Painted.PORTRAIT_3MP;
import static org.candela.calibration.pattern.Painted.PORTRAIT_5MP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~calibration.pattern-exact~1]
class FieldAndLinePatternsTest {
    @Test
    void uniformFieldsAre10And80Percent() {
        assertEquals(1536 * 2048, Painted.of("SYN-UN10", PORTRAIT_3MP).count(26));
        assertEquals(2048 * 2560, Painted.of("SYN-UN80", PORTRAIT_5MP).count(204));
    }

    @Test
    void theMeasuringRegionsAreOutlinedByOnePixel() {
        Painted unl = Painted.of("SYN-UNL80", BASE);

        for (int[] corner : new int[][] {{350, 350}, {0, 0}, {700, 0}, {0, 700}, {700, 700}}) {
            assertEquals(191, unl.at(corner[0] + 100, corner[1]));
            assertEquals(191, unl.at(corner[0], corner[1] + 323));
            assertEquals(204, unl.at(corner[0] + 100, corner[1] + 1));
        }
        assertEquals(5 * (4 * 324 - 4), unl.count(191));
    }

    @Test
    void everyLuminanceStepIsATenthOfTheScreenInASurroundOf153() {
        for (PatternSize size : List.of(BASE, PORTRAIT_3MP, PORTRAIT_5MP, LANDSCAPE_3MP)) {
            for (int step = 0; step < 18; step++) {
                Painted ln = Painted.of(String.format("SYN-LN8-%02d", step + 1), size);
                long area = ln.count(15 * step);
                double share = (double) area / size.pixels();

                assertTrue(Math.abs(share - 0.1) < 0.0005, size + ": " + share); // whole, even pixels a side
                assertEquals(size.pixels() - area, ln.count(153));
                assertEquals(15 * step, ln.at(size.width() / 2, size.height() / 2));
            }
        }
    }

    @Test
    void twelveBitStepsAre240Apart() {
        for (int step = 0; step < 18; step++) {
            PatternRequest request = PatternRequest.of(BASE).withDepth(PatternDepth.TWELVE);
            Painted ln = Painted.of(String.format("SYN-LN12-%02d", step + 1), request);

            assertEquals(240 * step, ln.at(512, 512));
            assertEquals(153 * 16, ln.at(0, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"10,29,26", "50,143,128", "89,255,228"})
    void linePairsAreOnePixelWideOnTheWholeScreen(String percent, int line, int between) {
        for (PatternSize size : List.of(BASE, PORTRAIT_3MP, PORTRAIT_5MP, LANDSCAPE_3MP)) {
            Painted level = Painted.of("SYN-LPH" + percent, size);
            Painted upright = Painted.of("SYN-LPV" + percent, size);

            for (int y = 0; y < size.height(); y++) {
                level.assertFilled(y % 2 == 0 ? line : between, 0, y, size.width(), 1);
            }
            for (int x = 0; x < size.width(); x++) {
                upright.assertFilled(x % 2 == 0 ? line : between, x, 0, 1, size.height());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10,29,26", "50,143,128", "89,255,228"})
    void singleLinesCrossFiveAreasAndTheNoisePatternIsTheSameWithoutThem(String percent, int line, int between) {
        Painted level = Painted.of("SYN-RH" + percent, BASE);
        Painted upright = Painted.of("SYN-RV" + percent, BASE);
        Painted none = Painted.of("SYN-NS" + percent, BASE);

        for (int[] middle : new int[][] {{512, 512}, {256, 256}, {768, 256}, {256, 768}, {768, 768}}) {
            level.assertFilled(line, middle[0] - 64, middle[1], 128, 1);
            upright.assertFilled(line, middle[0], middle[1] - 64, 1, 128);
            none.assertFilled(between, middle[0] - 64, middle[1] - 64, 128, 128);
        }
        assertEquals(5 * 128, level.count(line) - none.count(line));
        assertEquals(5 * 128, upright.count(line) - none.count(line));
    }

    @Test
    void pointsAreSinglePixels() {
        Painted px = Painted.of("SYN-PX", BASE);

        assertEquals(255, px.at(16, 16));
        assertEquals(191, px.at(16, 48));
        assertEquals(32 * 32, 1024 * 1024 - px.count(0));
    }

    @Test
    void lettersFillTheScreenWithFallingContrast() {
        Painted cx = Painted.of("SYN-CX", BASE);

        cx.assertFilled(255, 7, 4, 3, 1); // the upper arm of the first C
        cx.assertFilled(191, 7, 20, 3, 1);
        assertEquals(0, cx.at(6, 4));
        assertTrue(cx.count(64) > 0 && cx.count(64) <= cx.count(255));
    }
}
