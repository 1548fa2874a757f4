package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingRuleTest {
    // [utest->req~calibration.sampling~1]
    @Test
    void theWidestGapIsHalvedFirst() {
        SamplingRule rule = new SamplingRule(50, 9, Luminance.ZERO);
        TreeMap<Integer, Luminance> measured = new TreeMap<>();
        measured.put(0, new Luminance(1));
        measured.put(100, new Luminance(10));
        measured.put(200, new Luminance(300));
        measured.put(255, new Luminance(310));

        assertEquals(List.of(150, 50), rule.next(measured));
        assertEquals(List.of(150), new SamplingRule(50, 5, Luminance.ZERO).next(measured), "no more than are allowed");
    }

    /** Every panel is known so well with at most 72 points that the curve through them misses the true one by a third of a JND. */
    // [utest->req~calibration.sampling~1]
    @ParameterizedTest
    @CsvSource({"1.8, 0.8, 400, 0.2", "2.2, 0.8, 400, 0", "2.4, 0.3, 350, 1", "2.2, 0.0005, 600, 0.3"})
    void aPanelIsKnownAfterFewPoints(double gamma, double black, double white, double ambient) throws Exception {
        Displays.Native panel = new Displays.Native(gamma, black, white, 0);
        double[] truth = Displays.gamma(256, panel);
        SamplingRule rule = SamplingRule.routine(new Luminance(ambient));
        TreeMap<Integer, Luminance> measured = new TreeMap<>();
        List<Integer> next = rule.first();
        while (!next.isEmpty()) {
            next.forEach(drive -> measured.put(drive, new Luminance(truth[drive])));
            next = rule.next(measured);
        }

        LuminanceResponse curve = LuminanceResponse.of(measured.entrySet().stream()
                .map(point -> new LuminanceResponse.Point(point.getKey(), point.getValue()))
                .toList());
        assertTrue(measured.size() <= 72, measured.size() + " points");
        for (int drive = 0; drive < 256; drive++) {
            assertEquals(
                    JndScale.index(truth[drive] + ambient),
                    JndScale.index(curve.luminance(drive) + ambient),
                    0.35,
                    "drive " + drive);
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SamplingRule(0, 72, Luminance.ZERO));
    }
}
