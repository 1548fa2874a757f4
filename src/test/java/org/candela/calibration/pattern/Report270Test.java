package org.candela.calibration.pattern;

import static org.candela.calibration.pattern.Painted.BASE;
import static org.candela.calibration.pattern.Painted.PORTRAIT_3MP;
import static org.candela.calibration.pattern.Painted.PORTRAIT_5MP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulae of the authors' published drawings of TG270-sQC and -pQC. */
// [utest->req~calibration.pattern-exact~1]
class Report270Test {
    @ParameterizedTest
    @CsvSource({"1024,1024,0,0,1", "1536,2048,256,512,1", "2048,2560,0,256,2", "2048,1536,512,256,1"})
    void eighteenSquaresWindAndCarryTheirLattices(int width, int height, int left, int top, int scale) {
        Painted sqc = Painted.of("SYN-SQC", new PatternSize(width, height));

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 6; j++) {
                double sign = Math.pow(-1, i);
                int grey = (int) ((6 * i + 2.5 - 2.5 * sign + j * sign) * 15);
                int x = left + (160 * j + 48) * scale;
                int y = top + (128 * (i + 1) + 32 * (i - 1)) * scale;
                sqc.assertFilled(grey, x, y, 128 * scale, 16 * scale);
                sqc.assertFilled(grey, x + 48 * scale, y, 32 * scale, 128 * scale);
                int dark = i == 0 && j == 0 ? 3 : -5;
                int bright = i == 2 && j == 5 ? -3 : 5;
                for (int d = 0; d < 32 * scale; d++) {
                    int isBar = d % 6 < 3 ? 1 : 0;
                    sqc.assertFilled(grey + dark * isBar, x + 16 * scale + d, y + 16 * scale, 1, 32 * scale);
                    sqc.assertFilled(grey + bright * isBar, x + 80 * scale + d, y + 80 * scale, 1, 32 * scale);
                }
            }
        }
    }

    @Test
    void belowStandThreeSquaresAndAStripThatEndsInLinesOfOnePixel() {
        Painted sqc = Painted.of("SYN-SQC", BASE);

        sqc.assertFilled(0, 128, 640, 256, 256);
        sqc.assertFilled(128, 384, 640, 256, 256);
        sqc.assertFilled(255, 640, 640, 256, 256);
        sqc.assertFilled(0, 0, 960, 65, 64);
        sqc.assertFilled(255, 895, 960, 1, 64);
        for (int i = 0; i < 64; i++) {
            sqc.assertFilled(255 * (i % 2), 896 + i, 960, 1, 64);
            sqc.assertFilled(255 * (i % 2), 960, 960 + i, 64, 1);
        }
        for (int x = 65; x < 896; x++) {
            int step = sqc.at(x, 1000) - sqc.at(x - 1, 1000);
            assertEquals(true, step == 0 || step == 1, "at " + x);
        }
    }

    @ParameterizedTest
    @CsvSource({"1024,1024,0,0,1", "1536,2048,256,512,1", "2048,2560,0,256,2"})
    void eighteenBarsCarryLatticesOfTwoContrastsAndFourPeriods(int width, int height, int left, int top, int scale) {
        Painted pqc = Painted.of("SYN-PQC", new PatternSize(width, height));
        int[] periods = {18, 12, 6, 4, 18, 12, 6, 4, 0, 4, 6, 12, 18, 4, 6, 12, 18};
        int[] contrasts = {4, 4, 4, 4, 1, 1, 1, 1, 0, 1, 1, 1, 1, 4, 4, 4, 4};

        for (int bar = 0; bar < 18; bar++) {
            for (int column = 0; column < 17; column++) {
                for (int d = 0; d < 50 * scale; d++) {
                    int along = column < 8 ? 50 * scale * bar + d : d;
                    boolean isBright = periods[column] > 0 && along % periods[column] >= periods[column] / 2;
                    int contrast = isBright ? contrasts[column] : -contrasts[column];
                    if (bar == 0) {
                        contrast = isBright ? 2 * contrasts[column] : 0;
                    } else if (bar == 17) {
                        contrast = isBright ? 0 : -2 * contrasts[column];
                    }
                    int x = left + (87 + 50 * column) * scale + (column < 8 ? 7 : d);
                    int y = top + (62 + 50 * bar) * scale + (column < 8 ? d : 7);
                    assertEquals(15 * bar + contrast, pqc.at(x, y), "bar " + bar + ", column " + column + ", " + d);
                }
            }
        }
    }

    @Test
    void linePairsStandOnTheUpperAndTheLowerBand() {
        Painted pqc = Painted.of("SYN-PQC", BASE);
        int[] periods = {6, 4, 2, 2, 4, 6};
        int[] columns = {2, 4, 6, 10, 12, 14};

        pqc.assertFilled(64, 87, 0, 100, 62);
        pqc.assertFilled(191, 87, 962, 100, 62);
        for (int i = 0; i < 6; i++) {
            for (int d = 0; d < 50; d++) {
                int left = 87 + 50 * columns[i];
                boolean isFirst = d % periods[i] < periods[i] / 2;
                int x = i < 3 ? left + 20 : left + d;
                int y = i < 3 ? d : 20;
                assertEquals(isFirst ? 128 : 0, pqc.at(x, 6 + y));
                assertEquals(isFirst ? 128 : 255, pqc.at(x, 968 + y));
            }
        }
    }

    @Test
    void theSideGradientsRunOppositeWaysAndRippleInTheMiddle() {
        Painted pqc = Painted.of("SYN-PQC", BASE);

        assertEquals(0, pqc.at(5, 0));
        assertEquals(255, pqc.at(5, 1023));
        assertEquals(255, pqc.at(1020, 0));
        assertEquals(0, pqc.at(1020, 1023));
        assertEquals(Math.round(500 * 255 / 1023.0 + 3 * Math.sin(250)), pqc.at(43, 500));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 120, 135, 255})
    void aFieldOfReport270HasLinesAtItsThirds(int level) {
        Painted uln = Painted.of(String.format("SYN-ULN8-%03d", level), BASE);
        int line = level < 128 ? level + 45 : level - 90;

        uln.assertFilled(line, 340, 0, 2, 1024);
        uln.assertFilled(line, 682, 0, 2, 1024);
        uln.assertFilled(line, 0, 340, 1024, 2);
        uln.assertFilled(line, 0, 682, 1024, 2);
        uln.assertFilled(level, 0, 0, 340, 340);
        uln.assertFilled(level, 342, 342, 340, 340);
        uln.assertFilled(level, 684, 684, 340, 340);
        assertEquals(4 * 2 * 1024 - 4 * 4, uln.count(line));
    }

    @Test
    void theSequenceMovesSixBlocksOverEveryRowUntilTheLastHasLeft() {
        TestPattern pattern = TestPatterns.get("SYN-TR");
        PatternRequest request = PatternRequest.of(BASE);

        Painted tenth = Painted.of("SYN-TR", request.withStep(10));

        assertEquals(23, pattern.steps(BASE));
        assertEquals(31, pattern.steps(PORTRAIT_3MP));
        assertEquals(23, pattern.steps(PORTRAIT_5MP));
        for (int block = 0; block < 6; block++) {
            tenth.assertFilled(20, 64 * (4 + block) + 32, 16, 32, 32);
            tenth.assertFilled(15, 64 * (4 + block), 16, 32, 32);
        }
        tenth.assertFilled(15, 640, 0, 384, 64);
        assertEquals(0, Painted.of("SYN-TR", request).count(20));
        assertEquals(0, Painted.of("SYN-TR", request.withStep(22)).count(20));
    }
}
