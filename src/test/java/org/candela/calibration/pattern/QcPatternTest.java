package org.candela.calibration.pattern;

import static org.candela.calibration.pattern.Painted.BASE;
import static org.candela.calibration.pattern.Painted.PORTRAIT_3MP;
import static org.candela.calibration.pattern.Painted.PORTRAIT_5MP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~calibration.pattern-exact~1]
class QcPatternTest {
    private static final int PATCH = 102;

    /** Origin of the square of 1024 units, and pixels of a unit. */
    @ParameterizedTest
    @CsvSource({
        "1024,1024,0,0,1",
        "1536,2048,256,512,1",
        "2048,2560,0,256,2",
        "2048,1536,512,256,1",
        "3840,2160,896,56,2"
    })
    void sixteenPatchesStandInARingWithFourCornersEach(int width, int height, int left, int top, int scale) {
        Painted qc = Painted.of("SYN-QC", new PatternSize(width, height));
        Set<Integer> places = new HashSet<>();
        int[] columns = {2, 3, 4, 5, 6, 7, 7, 7, 7, 6, 5, 4, 3, 2, 2, 2};
        int[] rows = {3, 3, 3, 3, 3, 3, 4, 5, 6, 6, 6, 6, 6, 6, 5, 4};

        for (int i = 0; i < 16; i++) {
            int level = 8 + 16 * i;
            int x = left + (2 + PATCH * columns[i]) * scale;
            int y = top + (2 + PATCH * rows[i]) * scale;
            int corner = 10 * scale;
            int far = (PATCH - 10) * scale;
            places.add(y * width + x);
            qc.assertFilled(level - 4, x, y, corner, corner);
            qc.assertFilled(level - 4, x + far, y + far, corner, corner);
            qc.assertFilled(level + 4, x + far, y, corner, corner);
            qc.assertFilled(level + 4, x, y + far, corner, corner);
            qc.assertFilled(level, x + corner, y, far - corner, PATCH * scale);
            qc.assertFilled(level, x, y + corner, PATCH * scale, far - corner);
        }
        assertEquals(16, places.size());
    }

    @Test
    void theEndsOfTheScaleHoldFiveAndNinetyFivePercent() {
        Painted qc = Painted.of("SYN-QC", BASE);

        qc.assertFilled(0, 330, 461, PATCH, 25);
        qc.assertFilled(13, 330 + 25, 461 + 25, 51, 51);
        qc.assertFilled(255, 592, 461, 25, PATCH);
        qc.assertFilled(242, 592 + 25, 461 + 25, 51, 51);
    }

    @Test
    void theRampsHaveAllLevelsTwoRowsEachOneDownAndOneUp() {
        Painted qc = Painted.of("SYN-QC", BASE);

        for (int level = 0; level < 256; level++) {
            qc.assertFilled(255 - level, 53, 256 + 2 * level, PATCH, 2);
            qc.assertFilled(level, 869, 256 + 2 * level, PATCH, 2);
        }
    }

    @Test
    void theGridHasAPitchOf102AroundTheMiddleAndABorderOnTheEdgeOfTheScreen() {
        Painted qc = Painted.of("SYN-QC", PORTRAIT_3MP);

        qc.assertFilled(191, 768 - 5 * PATCH, 1, 1, 40);
        qc.assertFilled(128, 768 - 5 * PATCH + 1, 1, PATCH - 1, 1);
        qc.assertFilled(191, 0, 0, 1536, 1);
        qc.assertFilled(191, 0, 2047, 1536, 1);
        qc.assertFilled(191, 0, 0, 1, 2048);
        qc.assertFilled(191, 1535, 0, 1, 2048);
    }

    /** The screen's own corners, not those of the square; and one pixel is one pixel on 5 MP as well. */
    @ParameterizedTest
    @CsvSource({"1024,1024", "1536,2048", "2048,2560"})
    void linePairsOfOneAndTwoPixelsStandInTheMiddleAndEveryCorner(int width, int height) {
        Painted qc = Painted.of("SYN-QC", new PatternSize(width, height));
        int far = width - 8 - 96;
        int low = height - 8 - 48 - 15;

        for (int[] corner : new int[][] {{8, 8}, {far, 8}, {8, low}, {far, low}, {width / 2 - 48, height / 2 - 24}}) {
            for (int i = 0; i < 24; i++) {
                int x = corner[0] + i;
                int y = corner[1] + i;
                int one = i % 2;
                int two = i / 2 % 2;
                qc.assertFilled(255 * one, x, corner[1], 1, 24);
                qc.assertFilled(255 * two, x + 24, corner[1], 1, 24);
                qc.assertFilled(255 * one, corner[0] + 48, y, 24, 1);
                qc.assertFilled(255 * two, corner[0] + 72, y, 24, 1);
                qc.assertFilled(128 + 2 * one, x, corner[1] + 24, 1, 24);
                qc.assertFilled(128 + 2 * two, corner[0] + 72, y + 24, 24, 1);
            }
        }
    }

    @Test
    void theLettersOfEachPanelFallFromFourteenLevelsToOne() {
        Painted qc = Painted.of("SYN-QC", BASE);

        for (int panel = 0; panel < 3; panel++) {
            Set<Integer> levels = new HashSet<>();
            for (int y = 818; y < 920; y++) {
                for (int x = 206 + 204 * panel; x < 410 + 204 * panel; x++) {
                    levels.add(qc.at(x, y));
                }
            }
            Set<Integer> expected = new HashSet<>();
            for (int contrast = 0; contrast <= 14; contrast++) {
                expected.add(new int[] {contrast, 128 + contrast, 255 - contrast}[panel]);
            }
            assertEquals(expected, levels, "panel " + panel);
        }
    }

    @Test
    void crosstalkBarsHalveFrom256To2AndAreThreeHigh() {
        Painted qc = Painted.of("SYN-QC", BASE);

        for (int i = 0; i < 8; i++) {
            int length = 256 >> i;
            int y = 109 + 12 * i;
            qc.assertFilled(0, 500 - length, y, length, 3);
            qc.assertFilled(255, 500 - length - 1, y, 1, 3);
            qc.assertFilled(255, 524, y, length, 3);
            qc.assertFilled(0, 524 + length, y, 1, 3);
            qc.assertFilled(255, 500 - length, y + 3, length, 2);
        }
    }

    @Test
    void onlyTheFullPatternHasLetters() {
        Painted qc = Painted.of("SYN-QC", PORTRAIT_5MP);
        Painted oiq = Painted.of("SYN-OIQ", PORTRAIT_5MP);

        qc.assertFilled(0, 8, 56, 96, 3);
        oiq.assertFilled(128, 8, 57, 96, 3);
    }
}
