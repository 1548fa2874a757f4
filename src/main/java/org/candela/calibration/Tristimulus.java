package org.candela.calibration;

import java.util.Optional;

/**
 * Light as CIE 1931 XYZ, in cd/m²: Y is the luminance.
 *
 * <p>x = X / (X+Y+Z), y = Y / (X+Y+Z); u' = 4X / (X+15Y+3Z), v' = 9Y / (X+15Y+3Z) (CIE 15:2004, 7.3 and 8.1).
 *
 * @param x finite, not negative
 * @param y finite, not negative
 * @param z finite, not negative
 */
public record Tristimulus(double x, double y, double z) {
    /** More below nothing than noise, cd/m². */
    private static final double NOISE = 0.05;

    public Tristimulus {
        if (!(x >= 0 && y >= 0 && z >= 0 && x + y + z < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("light must be finite and not negative: " + x + ", " + y + ", " + z);
        }
    }

    /** From luminance and CIE 1931 chromaticity, as most meters tell it; {@code chromaticityY} > 0. */
    public static Tristimulus ofXyY(double chromaticityX, double chromaticityY, Luminance luminance) {
        double perY = luminance.cdPerM2() / chromaticityY;
        return new Tristimulus(
                chromaticityX * perY, luminance.cdPerM2(), Math.max(0, 1 - chromaticityX - chromaticityY) * perY);
    }

    /**
     * Light as a meter told it. Of black meters tell a little less than nothing, which is noise and taken for nothing; empty when it
     * is more than {@value #NOISE} below.
     */
    public static Optional<Tristimulus> ofNoisy(double x, double y, double z) {
        return Math.min(x, Math.min(y, z)) >= -NOISE
                ? Optional.of(new Tristimulus(Math.max(0, x), Math.max(0, y), Math.max(0, z)))
                : Optional.empty();
    }

    public Luminance luminance() {
        return new Luminance(y);
    }

    /** u', v' of CIE 1976; of no light at all there is none. */
    public Optional<Chromaticity> chromaticity() {
        double sum = x + 15 * y + 3 * z;
        return sum > 0 ? Optional.of(new Chromaticity(4 * x / sum, 9 * y / sum)) : Optional.empty();
    }
}
