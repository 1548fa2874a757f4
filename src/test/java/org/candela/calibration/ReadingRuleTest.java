package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadingRuleTest {
    private static final ReadingRule RULE = ReadingRule.routine(new Luminance(0.2));

    // [utest->req~calibration.noise~1]
    @Test
    void threeEqualReadingsAreEnoughAndTwoNever() {
        assertFalse(RULE.isEnough(List.of(100.0, 100.0)));
        assertTrue(RULE.isEnough(List.of(100.0, 100.0, 100.0)));
    }

    // [utest->req~calibration.noise~1]
    @Test
    void aNoisyMeterIsReadMoreOftenAndNeverForEver() {
        assertTrue(readings(100, 0.0002) <= 4, "hardly any noise");
        assertTrue(readings(100, 0.002) >= 7, "0.2 % at 100 cd/m² is a quarter of a JND");
        assertEquals(9, readings(100, 0.05));
    }

    /** One JND is 2 % of the luminance at 1 cd/m² and 0.7 % at 300. */
    // [utest->req~calibration.noise~1]
    @Test
    void theSameShareOfNoiseMattersLessInTheShadows() {
        assertTrue(readings(1, 0.001) < readings(300, 0.001), readings(1, 0.001) + ", " + readings(300, 0.001));
    }

    private static int readings(double luminance, double noise) {
        Random random = new Random(11);
        int sum = 0;
        for (int patch = 0; patch < 100; patch++) {
            List<Double> read = new ArrayList<>();
            do {
                read.add(luminance * (1 + noise * random.nextGaussian()));
            } while (!RULE.isEnough(read));
            sum += read.size();
        }
        return Math.round(sum / 100f);
    }
}
