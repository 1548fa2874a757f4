package org.candela.calibration;

import java.util.ArrayList;
import java.util.List;

/** Responses for tests. */
final class Displays {
    private Displays() {}

    /** L = black + (white − black)·(d/255)^gamma, at every drive level. */
    static LuminanceResponse gamma(double gamma, double black, double white) throws CalibrationException {
        List<LuminanceResponse.Point> points = new ArrayList<>();
        for (int drive = 0; drive <= 255; drive++) {
            double luminance = black + (white - black) * Math.pow(drive / 255.0, gamma);
            points.add(new LuminanceResponse.Point(drive, new Luminance(luminance)));
        }
        return LuminanceResponse.of(points);
    }

    /** What the eye sees at 18 equally spaced drive levels of an uncalibrated display. */
    static double[] eighteen(double gamma, double black, double white, double ambient) {
        double[] seen = new double[18];
        for (int i = 0; i < 18; i++) {
            seen[i] = ambient + black + (white - black) * Math.pow(i / 17.0, gamma);
        }
        return seen;
    }
}
