package org.candela.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /** An uncalibrated display: what it emits at its ends, and the light of the room. */
    record Native(double gamma, double black, double white, double ambient) {}

    /** What the eye sees at equally spaced drive levels of an uncalibrated display. */
    static double[] gamma(int levels, Native display) {
        return IntStream.range(0, levels)
                .mapToDouble(i -> display.ambient()
                        + display.black()
                        + (display.white() - display.black()) * Math.pow(i / (levels - 1.0), display.gamma()))
                .toArray();
    }

    /** The GSDF between two ends, by the standard's polynomial as others compute it. */
    static double[] gsdf(int levels, double minimum, double maximum) {
        double from = JndScale.polynomialIndex(minimum);
        double to = JndScale.polynomialIndex(maximum);
        return IntStream.range(0, levels)
                .mapToDouble(i -> JndScale.luminance(from + i * (to - from) / (levels - 1)))
                .toArray();
    }

    /** What the eye sees at 18 equally spaced drive levels of an uncalibrated display. */
    static double[] eighteen(double gamma, double black, double white, double ambient) {
        return gamma(18, new Native(gamma, black, white, ambient));
    }
}
