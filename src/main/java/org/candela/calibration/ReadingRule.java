package org.candela.calibration;

import java.util.List;

/**
 * How often one patch is read: until the mean is known to a share of a JND as seen in the room, where noise of the meter matters
 * most often and where it does not seldom.
 *
 * <p>s = standard deviation of the readings, n their number; enough when s/√n is no more than {@code jnds} of the luminance that
 * one JND is there. Immutable.
 *
 * @param least readings to take in any case, 2 or more
 * @param most readings to stop at
 * @param jnds standard error of the mean that is aimed at
 * @param ambient added to every reading before it is taken as JNDs
 */
// [impl->req~calibration.noise~1]
public record ReadingRule(int least, int most, double jnds, Luminance ambient) {
    public ReadingRule {
        if (least < 2 || most < least || !(jnds > 0)) {
            throw new IllegalArgumentException("no reading rule: " + least + ", " + most + ", " + jnds);
        }
    }

    /** For the native curve: three to nine readings, aiming at 1/20 JND. */
    public static ReadingRule routine(Luminance ambient) {
        return new ReadingRule(3, 9, 0.05, ambient);
    }

    /**
     * For ends and places of a field: three to five readings with the same aim. With a slow meter (10 s for black, 2 s for white)
     * both ends take a minute at most, half of what a pre-shift check may take.
     */
    public static ReadingRule brief(Luminance ambient) {
        return new ReadingRule(3, 5, 0.05, ambient);
    }

    /** Whether these readings of one patch, in cd/m², are enough. */
    public boolean isEnough(List<Double> readings) {
        int n = readings.size();
        if (n < least) {
            return false;
        }
        if (n >= most) {
            return true;
        }
        double mean = mean(readings);
        double squares = readings.stream()
                .mapToDouble(reading -> (reading - mean) * (reading - mean))
                .sum();
        return Math.sqrt(squares / (n - 1) / n) <= jnds * jnd(mean);
    }

    /** Their mean. */
    public static double mean(List<Double> readings) {
        return readings.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Luminance of one JND about {@code emitted}, cd/m²; where the GSDF ends, that of its end. */
    private double jnd(double emitted) {
        double seen = Math.max(JndScale.MIN_LUMINANCE, Math.min(JndScale.MAX_LUMINANCE, emitted + ambient.cdPerM2()));
        double index =
                Math.max(JndScale.FIRST_INDEX, Math.min(JndScale.LAST_INDEX - 1, JndScale.polynomialIndex(seen)));
        return JndScale.luminance(index + 1) - JndScale.luminance(index);
    }
}
