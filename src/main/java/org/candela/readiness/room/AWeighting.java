package org.candela.readiness.room;

/**
 * Frequency weighting A (IEC 61672-1:2013, 5.5 and Annex E) as a filter of samples: the analogue poles by the bilinear transform,
 * the highest pole pair put where the transform brings it back to 12194 Hz. Stateful; one thread.
 *
 * <p>At 44.1 and 48 kHz it lies within the limits of class 1. A microphone has a response of its own, which this does not know.
 */
final class AWeighting {
    /** Pole frequencies, Hz. */
    private static final double F1 = 20.598997;

    private static final double F2 = 107.65265;
    private static final double F3 = 737.86223;
    private static final double F4 = 12194.217;
    private static final double REFERENCE_HZ = 1000;

    private final Section[] sections;
    private final double gain;

    AWeighting(double sampleRate) {
        double low = 2 * Math.PI * F1;
        double high = 2 * sampleRate * Math.tan(Math.PI * F4 / sampleRate);
        // H(s) = s^4 / ((s+w1)^2 (s+w2) (s+w3) (s+w4)^2): two zeros each for the first two sections, none for the last
        this.sections = new Section[] {
            Section.of(Zeros.TWO, low, low, sampleRate),
            Section.of(Zeros.TWO, 2 * Math.PI * F2, 2 * Math.PI * F3, sampleRate),
            Section.of(Zeros.NONE, high, high, sampleRate)
        };
        double at = 1;
        for (Section section : sections) {
            at *= section.magnitude(2 * Math.PI * REFERENCE_HZ / sampleRate);
        }
        this.gain = 1 / at;
    }

    /** The weighted sample. */
    double next(double sample) {
        double value = sample;
        for (Section section : sections) {
            value = section.next(value);
        }
        return value * gain;
    }

    private enum Zeros {
        TWO,
        NONE
    }

    /** Two poles: y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''. */
    private static final class Section {
        private final double[] b;
        private final double a1;
        private final double a2;
        private double z1;
        private double z2;

        private Section(double[] b, double a1, double a2) {
            this.b = b;
            this.a1 = a1;
            this.a2 = a2;
        }

        /** s = 2 fs (1 - z^-1) / (1 + z^-1); poles in rad/s. */
        static Section of(Zeros zeros, double one, double other, double sampleRate) {
            double k = 2 * sampleRate;
            double a0 = (k + one) * (k + other);
            double first = ((one - k) * (other + k) + (one + k) * (other - k)) / a0;
            double second = (one - k) * (other - k) / a0;
            double scale = (zeros == Zeros.TWO ? k * k : one * other) / a0;
            double sign = zeros == Zeros.TWO ? -2 : 2;
            return new Section(new double[] {scale, sign * scale, scale}, first, second);
        }

        double next(double x) {
            double y = b[0] * x + z1;
            z1 = b[1] * x - a1 * y + z2;
            z2 = b[2] * x - a2 * y;
            return y;
        }

        /** |H| at an angle of z on the unit circle. */
        double magnitude(double angle) {
            double cos = Math.cos(angle);
            double cos2 = Math.cos(2 * angle);
            double sin = Math.sin(angle);
            double sin2 = Math.sin(2 * angle);
            double above = Math.hypot(b[0] + b[1] * cos + b[2] * cos2, b[1] * sin + b[2] * sin2);
            double below = Math.hypot(1 + a1 * cos + a2 * cos2, a1 * sin + a2 * sin2);
            return above / below;
        }
    }
}
