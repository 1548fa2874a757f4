package org.candela.calibration.device.sim;

import java.time.Duration;
import org.candela.calibration.ChannelWeights;

/**
 * What a panel that does not exist is like.
 *
 * @param curve its native curve, the same for each channel
 * @param black emitted luminance of drive 0, cd/m²; 0 for an OLED
 * @param white emitted luminance of full drive, cd/m²
 * @param bits how many of the graphics LUT's 16 bits arrive, 6 to 16
 */
// [impl->req~device.simulated-family~1]
public record SimulatedPanel(
        SimulatedCurve curve,
        double black,
        double white,
        int bits,
        ChannelWeights weights,
        SimulatedPrimaries primaries,
        SimulatedField field,
        Wear wear) {

    private static final double BLACK = 0.8;
    private static final double WHITE = 420;
    private static final int BITS = 8;

    /**
     * What changes by itself.
     *
     * @param relativeNoise standard deviation of a reading, as a share of it
     * @param halfLife lit time in which the backlight loses half its light
     */
    public record Wear(double relativeNoise, Duration halfLife) {
        /** Readings that scatter by 0.1 %, 30,000 hours. */
        public static final Wear USUAL = new Wear(0.001, Duration.ofDays(1250));
        /** Nothing changes. */
        public static final Wear NONE = new Wear(0, Duration.ofDays(36_500_000));

        public Wear {
            if (!(relativeNoise >= 0) || halfLife.isNegative() || halfLife.isZero()) {
                throw new IllegalArgumentException("no wear: " + relativeNoise + ", " + halfLife);
            }
        }
    }

    public SimulatedPanel {
        if (!(black >= 0 && white > black && white < Double.POSITIVE_INFINITY) || bits < 6 || bits > 16) {
            throw new IllegalArgumentException("no panel: " + black + ", " + white + ", " + bits + " bits");
        }
    }

    /** 0.8 to 420 cd/m² along a power curve, 8 bits, without noise, even. */
    public static SimulatedPanel gamma(double exponent) {
        return of(SimulatedCurve.gamma(exponent), BLACK, WHITE);
    }

    /** 0.8 to 420 cd/m² in its DICOM preset. */
    public static SimulatedPanel dicom() {
        return of(SimulatedCurve.dicom(BLACK, WHITE), BLACK, WHITE);
    }

    /** An OLED: black is no light at all. */
    public static SimulatedPanel oled() {
        return of(SimulatedCurve.gamma(2.2), 0, WHITE);
    }

    private static SimulatedPanel of(SimulatedCurve curve, double black, double white) {
        return new SimulatedPanel(
                curve,
                black,
                white,
                BITS,
                ChannelWeights.SRGB,
                SimulatedPrimaries.BT_709,
                SimulatedField.EVEN,
                Wear.NONE);
    }

    /** The same panel between other ends, cd/m²; its curve is stretched. */
    public SimulatedPanel between(double otherBlack, double otherWhite) {
        return new SimulatedPanel(curve, otherBlack, otherWhite, bits, weights, primaries, field, wear);
    }

    public SimulatedPanel withBits(int other) {
        return new SimulatedPanel(curve, black, white, other, weights, primaries, field, wear);
    }

    public SimulatedPanel withColours(SimulatedPrimaries other, ChannelWeights shares) {
        return new SimulatedPanel(curve, black, white, bits, shares, other, field, wear);
    }

    public SimulatedPanel withField(SimulatedField other) {
        return new SimulatedPanel(curve, black, white, bits, weights, primaries, other, wear);
    }

    public SimulatedPanel withWear(Wear other) {
        return new SimulatedPanel(curve, black, white, bits, weights, primaries, field, other);
    }
}
