package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~image.voi-lut-stretch~1]
class StretchedVoiLutTest {
    private static final double EXACT = 1e-12;
    /** Entries 0, 10, 100, 255 for inputs 0 to 3: its own window is 2/4. */
    private static final VoiLut CURVE = new VoiLut(new LookupTable(0, new int[] {0, 10, 100, 255}, 8), "BREAST");

    /** Window 3.5/7 reaches from 0 to 6 (C.11.2.1.2.1), twice as far as the table: x' = x · 3/6. */
    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "1, 5", "2, 10", "3, 55", "4, 100", "5, 177.5", "6, 255", "9, 255"})
    void aStretchedTableKeepsItsCurveAndHasNoSteps(double input, double entry) {
        assertEquals(entry / 255, CURVE.at(3.5, 7).apply(input), EXACT);
    }

    @Test
    void aStraightTableStretchedIsTheLinearWindow() {
        VoiLut ramp = new VoiLut(new LookupTable(-100, IntStream.range(0, 256).toArray(), 8), "");
        VoiTransform stretched = ramp.at(40, 400);

        for (int x = -200; x <= 300; x += 7) {
            assertEquals(VoiWindow.linear(40, 400).apply(x), stretched.apply(x), EXACT, "at " + x);
        }
    }

    @Test
    void inItsOwnPlaceTheTableIsItself() {
        VoiTransform moved = CURVE.at(100, 50);

        assertSame(CURVE, moved.at(CURVE.window().center(), CURVE.window().width()));
        assertEquals(VoiWindow.linear(100, 50), moved.window());
    }

    @Test
    void widthOneIsAThresholdAndLessIsNoWindow() {
        VoiTransform threshold = CURVE.at(10.5, 1);

        assertEquals(0, threshold.apply(10));
        assertEquals(1, threshold.apply(10.1));
        assertThrows(IllegalArgumentException.class, () -> CURVE.at(10, 0));
    }
}
