package org.candela.calibration;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.candela.image.DisplayLut;

/**
 * Finds, for each P-value, what to drive a display with so that its luminance comes nearest to the target.
 *
 * <p>Three ways of holding the result: in our own renderer, choosing among the colours of a {@link GreyPalette}; in the
 * graphics LUT, as outputs of 8 to 16 bits; in the monitor itself (VCP 73 to 75). Each way the conformance that will be
 * reached is predicted before anything is loaded. Targets are met by the exact inverse of the GSDF. Immutable.
 */
// [impl->req~calibration.lut~1]
// [impl->req~calibration.closed-loop~1]
public final class LutBuilder {
    /** 16 entries for each of 255 steps: finer than any palette, and each 8-bit P-value meets an entry exactly. */
    static final int RENDER_ENTRIES = 16 * 255 + 1;

    private static final int GREYS = 256;
    private static final int LUT_BITS = 16;
    /** A target set to a panel's own ends differs from them by the rounding of sums only. */
    private static final double ROUNDING = 1e-6;

    private final LuminanceResponse response;
    private final ToneTarget target;

    private LutBuilder(LuminanceResponse response, ToneTarget target) {
        this.response = response;
        this.target = target;
    }

    /**
     * A builder for a display with this response.
     *
     * @throws CalibrationException when the display cannot reach an end of the target
     */
    public static LutBuilder of(LuminanceResponse response, ToneTarget target) throws CalibrationException {
        double brightest = target.emittedAt(1).cdPerM2();
        double darkest = target.emittedAt(0).cdPerM2();
        if (brightest > response.brightest() * (1 + ROUNDING)) {
            throw new CalibrationException(
                    "calibration.target-too-bright",
                    String.format(
                            Locale.ROOT,
                            "the target needs %.1f cd/m² from the panel, which reaches %.1f: lower L'max or raise the backlight",
                            brightest,
                            response.brightest()));
        }
        if (darkest < response.darkest() * (1 - ROUNDING)) {
            throw new CalibrationException(
                    "calibration.target-too-dark",
                    String.format(
                            Locale.ROOT,
                            "the target needs %.3f cd/m² from the panel, whose black is %.3f: lower the luminance ratio",
                            darkest,
                            response.darkest()));
        }
        return new LutBuilder(response, target);
    }

    /** A display table for our own renderer, and what it will reach on a panel whose channels share its grey like this. */
    public Built<DisplayLut> forRenderer(GreyPalette palette, ChannelWeights weights) {
        return forRenderer(palette, PanelLight.of(response, weights));
    }

    /** A display table for our own renderer, and what it will reach on a panel with this light. */
    public Built<DisplayLut> forRenderer(GreyPalette palette, PanelLight light) {
        PanelLevels levels = PanelLevels.of(palette, light);
        int[] chosen = choice(levels, RENDER_ENTRIES);
        int[] argb = IntStream.of(chosen).map(levels::drive).toArray();
        return new Built<>(
                DisplayLut.of(argb),
                prediction(IntStream.range(0, GREYS)
                        .mapToDouble(p -> levels.luminance(chosen[p * (RENDER_ENTRIES - 1) / (GREYS - 1)]))
                        .toArray()));
    }

    /** A ramp for a graphics LUT of 256 inputs and {@code outputBits} of 8 to 16 that reach the panel. */
    public Built<GammaRamp> forGraphicsLut(int outputBits) {
        return forGraphicsLut(outputBits, GREYS);
    }

    /**
     * {@link #forGraphicsLut(int)} for a LUT of another size.
     *
     * @param inputs 256 or more; of more than 256, those that greys of 8 bits meet count for the prediction
     */
    public Built<GammaRamp> forGraphicsLut(int outputBits, int inputs) {
        if (inputs < GREYS) {
            throw new IllegalArgumentException(
                    "a graphics LUT that holds a table has 256 inputs or more, not " + inputs);
        }
        PanelLevels levels = outputs(outputBits);
        int[] chosen = choice(levels, inputs);
        double scale = 65535.0 / ((1 << outputBits) - 1);
        int[] outputs = IntStream.of(chosen)
                .map(index -> (int) Math.round(levels.drive(index) * scale))
                .toArray();
        return new Built<>(
                GammaRamp.grey(outputs),
                prediction(IntStream.range(0, GREYS)
                        .mapToDouble(grey -> levels.luminance(chosen[grey * (inputs - 1) / (GREYS - 1)]))
                        .toArray()));
    }

    /**
     * A table for the LUT of a monitor.
     *
     * @param entries as the monitor states them (VCP 73), 2 to 65536; with less than 256 the monitor is taken to draw
     *     straight lines between them, which the prediction shows and only measuring can prove
     * @param bits 8 to 16
     */
    public Built<MonitorTable> forMonitorLut(int entries, int bits) {
        PanelLevels levels = outputs(bits);
        int[] values = IntStream.of(choice(levels, entries)).map(levels::drive).toArray();
        MonitorTable lut = MonitorTable.of(bits, values);
        double steps = (1 << bits) - 1;
        double[] reached = IntStream.range(0, GREYS)
                .mapToDouble(p -> response.luminance(lut.output(p / (GREYS - 1.0)) * 255 / steps))
                .toArray();
        return new Built<>(lut, prediction(reached));
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
     * @param distinctLevels different luminances among 256 equally spaced P-values; less than 256 where the panel's own
     *     steps are steeper than the target's
     * @param kappaDelta largest relative deviation of contrast from the target's function over 18 levels; 0.1 is 10 %
     * @param kappaDelta52 the same over 52 levels
     * @param kappaDelta256 the same over 256 levels, five steps at a time ({@link ContrastResponse#judgedKappaDelta()})
     */
    public record Prediction(int distinctLevels, double kappaDelta, double kappaDelta52, double kappaDelta256) {}

    private PanelLevels outputs(int bits) {
        if (bits < 8 || bits > LUT_BITS) {
            throw new IllegalArgumentException("a LUT has 8 to 16 bits, not " + bits);
        }
        return PanelLevels.of((1 << bits) - 1, response);
    }

    /** For each of {@code entries} equally spaced P-values the nearest level; rising, since the target rises. */
    private int[] choice(PanelLevels levels, int entries) {
        return IntStream.range(0, entries)
                .map(entry ->
                        levels.nearest(target.emittedAt(entry / (entries - 1.0)).cdPerM2()))
                .toArray();
    }

    private Prediction prediction(double[] emitted) {
        long distinct = Arrays.stream(emitted).distinct().count();
        return new Prediction(
                (int) distinct,
                kappaDelta(emitted, ResponseLevels.EIGHTEEN),
                kappaDelta(emitted, ResponseLevels.FIFTY_TWO),
                kappaDelta(emitted, ResponseLevels.ALL));
    }

    private double kappaDelta(double[] emitted, ResponseLevels levels) {
        double ambient = target.ambient().cdPerM2();
        double[] seen = Arrays.stream(levels.pValues())
                .map(pValue -> emitted[(int) Math.round(pValue)] + ambient)
                .toArray();
        if (target.function() instanceof CalibrationGoal.Gamma gamma) {
            return GammaDeviation.of(seen, gamma.exponent()).largest();
        }
        boolean isCovered = JndScale.covers(seen[0]) && JndScale.covers(seen[seen.length - 1]);
        return isCovered ? ContrastResponse.of(seen).judgedKappaDelta() : Double.NaN;
    }
}
