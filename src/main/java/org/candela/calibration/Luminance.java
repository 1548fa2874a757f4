package org.candela.calibration;

/** Light per area of a screen towards the eye, in cd/m²; finite and not negative. */
public record Luminance(double cdPerM2) implements Comparable<Luminance> {
    public static final Luminance ZERO = new Luminance(0);

    public Luminance {
        if (!(cdPerM2 >= 0 && cdPerM2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("luminance must be finite and not negative: " + cdPerM2);
        }
    }

    /** Both lights together, as the eye adds emitted and reflected light. */
    public Luminance plus(Luminance other) {
        return new Luminance(cdPerM2 + other.cdPerM2);
    }

    /** What is left without {@code other}; zero where nothing is left. */
    public Luminance minus(Luminance other) {
        return new Luminance(Math.max(0, cdPerM2 - other.cdPerM2));
    }

    @Override
    public int compareTo(Luminance other) {
        return Double.compare(cdPerM2, other.cdPerM2);
    }
}
