package org.candela.calibration.device.sim;

import org.candela.calibration.ChannelWeights;
import org.candela.calibration.Tristimulus;

/**
 * Colours of a panel's channels, CIE 1931 x, y. White is their sum by the shares of {@link ChannelWeights}.
 */
public record SimulatedPrimaries(Primary red, Primary green, Primary blue) {
    /** ITU-R BT.709; with {@link ChannelWeights#SRGB} white is D65. */
    public static final SimulatedPrimaries BT_709 =
            new SimulatedPrimaries(new Primary(0.64, 0.33), new Primary(0.30, 0.60), new Primary(0.15, 0.06));

    /** One of them; y > 0, x + y ≤ 1. */
    public record Primary(double x, double y) {
        public Primary {
            if (!(x >= 0 && y > 0 && x + y <= 1)) {
                throw new IllegalArgumentException("no colour: " + x + ", " + y);
            }
        }

        double bigX(double luminance) {
            return x / y * luminance;
        }

        double bigZ(double luminance) {
            return (1 - x - y) / y * luminance;
        }
    }

    /** Light of the three channels together, each given by its luminance in cd/m². */
    Tristimulus mix(double redLuminance, double greenLuminance, double blueLuminance) {
        return new Tristimulus(
                red.bigX(redLuminance) + green.bigX(greenLuminance) + blue.bigX(blueLuminance),
                redLuminance + greenLuminance + blueLuminance,
                red.bigZ(redLuminance) + green.bigZ(greenLuminance) + blue.bigZ(blueLuminance));
    }
}
