package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.candela.calibration.LuminanceResponse.Point;
import org.junit.jupiter.api.Test;

class TargetAndResponseTest {
    // [utest->req~calibration.ambient~1]
    @Test
    void ambientLightIsPartOfBothEndsAndNotEmitted() throws CalibrationException {
        GsdfTarget target = GsdfTarget.of(new Luminance(350), 350, new Luminance(0.2));

        assertEquals(1.0, target.luminanceAt(0).cdPerM2(), 1e-9);
        assertEquals(350, target.luminanceAt(1).cdPerM2(), 1e-6);
        assertEquals(0.8, target.emittedAt(0).cdPerM2(), 1e-9);
    }

    // [utest->req~calibration.ambient~1]
    @Test
    void aRoomBrighterThanBlackIsRefused() {
        CalibrationException refused = assertThrows(
                CalibrationException.class, () -> GsdfTarget.of(new Luminance(350), 350, new Luminance(1.5)));

        assertEquals("calibration.too-bright-a-room", refused.code());
    }

    // [utest->req~calibration.interpolation~1]
    @Test
    void fewPointsOfASteepCurveNeverTurnBack() throws CalibrationException {
        LuminanceResponse response = LuminanceResponse.of(
                List.of(point(0, 0.5), point(20, 0.5), point(40, 3), point(60, 200), point(255, 210)));

        double before = 0;
        for (double drive = 0; drive <= 255; drive += 0.25) {
            double luminance = response.luminance(drive);
            assertTrue(luminance >= before - 1e-9, "falls at " + drive);
            before = luminance;
        }
        assertEquals(100, response.luminance(response.drive(100)), 1e-6);
    }

    // [utest->req~calibration.interpolation~1]
    @Test
    void nothingIsExtrapolatedAndNoFallIsSmoothedAway() throws CalibrationException {
        LuminanceResponse response = LuminanceResponse.of(List.of(point(10, 1), point(200, 100)));

        assertThrows(IllegalArgumentException.class, () -> response.luminance(9));
        assertThrows(IllegalArgumentException.class, () -> response.drive(101));
        assertThrows(
                CalibrationException.class,
                () -> LuminanceResponse.of(List.of(point(0, 1), point(100, 50), point(200, 40))));
    }

    private static Point point(double drive, double luminance) {
        return new Point(drive, new Luminance(luminance));
    }
}
