package org.candela.calibration;

/** Shares of red, green and blue in the luminance of white; positive, their sum is 1. */
public record ChannelWeights(double red, double green, double blue) {
    /** Primaries of ITU-R BT.709, which most panels approach; measure where it matters. */
    public static final ChannelWeights SRGB = new ChannelWeights(0.2126, 0.7152, 0.0722);

    private static final double SUM_TOLERANCE = 1e-6;

    public ChannelWeights {
        if (!(red > 0 && green > 0 && blue > 0 && Math.abs(red + green + blue - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "channel weights must be positive with sum 1: " + red + ", " + green + ", " + blue);
        }
    }

    /** Weights from the emitted luminances of full red, green and blue, black already taken off; all positive. */
    public static ChannelWeights ofPrimaries(Luminance red, Luminance green, Luminance blue) {
        double sum = red.cdPerM2() + green.cdPerM2() + blue.cdPerM2();
        return new ChannelWeights(red.cdPerM2() / sum, green.cdPerM2() / sum, blue.cdPerM2() / sum);
    }
}
