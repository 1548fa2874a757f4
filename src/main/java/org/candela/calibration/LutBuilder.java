package org.candela.calibration;

import org.candela.image.DisplayLut;

/**
 * Finds, for each P-value, what to drive a display with so that its luminance comes nearest to the target.
 *
 * <p>Two ways of holding the result: in our own renderer, choosing among the levels of a {@link GreyPalette}, or in the
 * graphics LUT, as outputs of 8 to 16 bits. Either way the conformance that will be reached is predicted before anything
 * is loaded. Immutable.
 */
// [impl->req~calibration.lut~1]
public final class LutBuilder {
    /** 16 entries for each of 255 steps: finer than any palette, and each 8-bit P-value meets an entry exactly. */
    static final int RENDER_ENTRIES = 16 * 255 + 1;

    private static final int GRAPHICS_ENTRIES = 256;
    private static final int LUT_BITS = 16;
    /** A target set to a panel's own ends differs from them by the rounding of sums only. */
    private static final double ROUNDING = 1e-6;

    private final LuminanceResponse response;
    private final GsdfTarget target;

    private LutBuilder(LuminanceResponse response, GsdfTarget target) {
        this.response = response;
        this.target = target;
    }

    /**
     * A builder for a display with this response.
     *
     * @throws CalibrationException when the display cannot reach an end of the target
     */
    public static LutBuilder of(LuminanceResponse response, GsdfTarget target) throws CalibrationException {
        double brightest = target.emittedAt(1).cdPerM2();
        double darkest = target.emittedAt(0).cdPerM2();
        if (brightest > response.brightest() * (1 + ROUNDING)) {
            throw new CalibrationException(
                    "calibration.target-too-bright",
                    String.format(
                            java.util.Locale.ROOT,
                            "the target needs %.1f cd/m² from the panel, which reaches %.1f: lower L'max or raise the backlight",
                            brightest,
                            response.brightest()));
        }
        if (darkest < response.darkest() * (1 - ROUNDING)) {
            throw new CalibrationException(
                    "calibration.target-too-dark",
                    String.format(
                            java.util.Locale.ROOT,
                            "the target needs %.3f cd/m² from the panel, whose black is %.3f: lower the luminance ratio",
                            darkest,
                            response.darkest()));
        }
        return new LutBuilder(response, target);
    }

    /** A display table for our own renderer, and what it will reach. */
    public Built<DisplayLut> forRenderer(GreyPalette palette, ChannelWeights weights) {
        double[] levels = levels(palette, weights);
        int[] argb = new int[RENDER_ENTRIES];
        double[] reached = new double[RENDER_ENTRIES];
        for (int p = 0, level = 0; p < RENDER_ENTRIES; p++) {
            level = nearest(levels, wanted(p, RENDER_ENTRIES), level);
            argb[p] = palette.argb(level);
            reached[p] = levels[level];
        }
        return new Built<>(DisplayLut.of(argb), prediction(reached));
    }

    /** A ramp for a graphics LUT of 256 inputs and {@code outputBits} of 8 to 16 that reach the panel. */
    public Built<GammaRamp> forGraphicsLut(int outputBits) {
        if (outputBits < 8 || outputBits > LUT_BITS) {
            throw new IllegalArgumentException("a graphics LUT has 8 to 16 bits, not " + outputBits);
        }
        int steps = (1 << outputBits) - 1;
        double[] levels = new double[steps + 1];
        for (int code = 0; code <= steps; code++) {
            levels[code] = luminance(code * 255.0 / steps);
        }
        int[] outputs = new int[GRAPHICS_ENTRIES];
        double[] reached = new double[GRAPHICS_ENTRIES];
        for (int p = 0, level = 0; p < GRAPHICS_ENTRIES; p++) {
            level = nearest(levels, wanted(p, GRAPHICS_ENTRIES), level);
            outputs[p] = (int) Math.round(level * 65535.0 / steps);
            reached[p] = levels[level];
        }
        return new Built<>(GammaRamp.grey(outputs), prediction(reached));
    }

    /**
     * A table and what is expected of it.
     *
     * @param <T> how the table is held
     */
    public record Built<T>(T table, Prediction prediction) {}

    /**
     * What a table will reach if the display keeps to its measured response.
     *
     * @param distinctLevels different luminances among 256 equally spaced P-values
     * @param kappaDelta largest relative deviation of contrast over 18 levels; 0.1 is 10 %
     */
    public record Prediction(int distinctLevels, double kappaDelta) {}

    private Prediction prediction(double[] emitted) {
        double[] at256 = sampled(emitted, GRAPHICS_ENTRIES);
        long distinct = java.util.Arrays.stream(at256).distinct().count();
        double ambient = target.ambient().cdPerM2();
        double[] seen = java.util.Arrays.stream(sampled(emitted, ContrastResponse.ROUTINE_LEVELS))
                .map(luminance -> luminance + ambient)
                .toArray();
        return new Prediction((int) distinct, ContrastResponse.of(seen).kappaDelta());
    }

    private static double[] sampled(double[] values, int count) {
        double[] picked = new double[count];
        for (int i = 0; i < count; i++) {
            picked[i] = values[(int) Math.round(i * (values.length - 1.0) / (count - 1))];
        }
        return picked;
    }

    private double wanted(int entry, int entries) {
        return target.emittedAt(entry / (entries - 1.0)).cdPerM2();
    }

    private double[] levels(GreyPalette palette, ChannelWeights weights) {
        double[] levels = new double[palette.size()];
        double before = 0;
        for (int level = 0; level < levels.length; level++) {
            // The sub-steps of one grey are not in order of luminance on every panel; never let the table turn back.
            before = Math.max(before, luminance(Math.min(255, palette.equivalentGrey(level, weights))));
            levels[level] = before;
        }
        return levels;
    }

    private double luminance(double drive) {
        return response.luminance(Math.max(response.firstDrive(), Math.min(response.lastDrive(), drive)));
    }

    /** Index of the level nearest to {@code wanted}, searched upwards from {@code from}, so that the table is monotone. */
    private static int nearest(double[] levels, double wanted, int from) {
        int level = from;
        while (level + 1 < levels.length && Math.abs(levels[level + 1] - wanted) <= Math.abs(levels[level] - wanted)) {
            level++;
        }
        return level;
    }
}
