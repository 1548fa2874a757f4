package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTapsTest {
    private static final int SOURCE = 700;
    private static final int TARGET = 650;
    private static final int UNSIGNED_BIAS = 0x8000;

    private final Random random = new Random(11);

    private static AxisTaps taps(double step) {
        return AxisTaps.of(TARGET, step, step / 2 - 0.5, SOURCE, Interpolation.LINEAR);
    }

    /** Values of 16 bits about 0; every other one lies at a half or one step of a float from it. */
    private float[] source() {
        float[] source = new float[SOURCE + AxisTaps.SLACK];
        for (int i = 0; i < SOURCE; i++) {
            int whole = random.nextInt(0xFFFF) - UNSIGNED_BIAS;
            float half = whole + 0.5f;
            source[i] = i % 2 == 0 ? whole : half + (random.nextInt(3) - 1) * Math.ulp(half);
        }
        return source;
    }

    // [utest->req~image.resample-stored-values~1]
    @ParameterizedTest
    @ValueSource(doubles = {0.93, 0.999, 1, 1.031, 1.07})
    void samplesMixedInRunsAreToTheBitThoseMixedOneByOne(double step) {
        AxisTaps taps = taps(step);
        for (int bias : new int[] {0, UNSIGNED_BIAS}) {
            for (int round = 0; round < 200; round++) {
                float[] source = source();
                short[] oneByOne = new short[TARGET + 3];
                short[] inRuns = new short[TARGET + 3];

                taps.round(source, bias, oneByOne, 3);
                if (!taps.runs().isEmpty()) {
                    taps.runs().round(source, bias, taps.runs().work(), inRuns, 3);
                    assertArrayEquals(oneByOne, inRuns);
                }
            }
        }
    }

    @Test
    void onlyWhatLiesInLongRunsIsMixedInThem() {
        assertFalse(taps(1.031).runs().isEmpty());
        assertFalse(taps(0.93).runs().isEmpty());
        assertTrue(taps(0.5).runs().isEmpty(), "every other one begins anew");
        assertTrue(taps(1).runs().isEmpty(), "one of one");
        assertTrue(taps(2.5).runs().isEmpty(), "more than three");
    }
}
