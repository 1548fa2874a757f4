package org.candela.calibration;

/**
 * Which reading of a meter is not believed (after pacsDisplay's lutGenerate).
 *
 * <p>A reading is suspect when it differs from what its neighbours let expect by more than 0.10 cd/m² <em>and</em> lies
 * more than 5 % below or more than 20 % above. It is then measured again, at most five times; each retry doubles the
 * relative tolerance, since a panel may really be so.
 */
// [impl->req~calibration.outlier~1]
public final class OutlierRule {
    /** How often a suspect reading is measured again. */
    public static final int MOST_RETRIES = 5;

    private static final double ABSOLUTE = 0.10;
    private static final double BELOW = 0.05;
    private static final double ABOVE = 0.20;

    private OutlierRule() {}

    /**
     * Whether a reading has to be taken again.
     *
     * @param expected luminance by interpolation or the earlier curve
     * @param retries how often this level was measured again already, from 0
     */
    public static boolean isSuspect(Luminance expected, Luminance reading, int retries) {
        double difference = reading.cdPerM2() - expected.cdPerM2();
        double widened = Math.scalb(1.0, retries);
        double bound = difference < 0 ? BELOW : ABOVE;
        return Math.abs(difference) > ABSOLUTE && Math.abs(difference) > bound * widened * expected.cdPerM2();
    }
}
