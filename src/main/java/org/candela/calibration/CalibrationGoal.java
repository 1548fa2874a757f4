package org.candela.calibration;

/**
 * What a display is calibrated to, before the room is known.
 *
 * @param function the curve between the ends
 * @param maximum L'max, ambient light included
 * @param black how L'min follows
 */
// [impl->req~calibration.goal~1]
public record CalibrationGoal(Function function, Luminance maximum, Black black) {
    /** The curve between the ends. */
    public sealed interface Function permits Gsdf, Gamma {
        /** As records and reports name it: {@code "GSDF"}, {@code "gamma 2.2"}. */
        String text();
    }

    /** The grayscale standard display function, PS3.14. */
    public record Gsdf() implements Function {
        @Override
        public String text() {
            return "GSDF";
        }
    }

    /** A power curve, for colour. */
    public record Gamma(double exponent) implements Function {
        @Override
        public String text() {
            return "gamma " + exponent;
        }
    }

    /** How L'min is chosen. */
    public sealed interface Black permits ByRatio, Fixed {}

    /** L'min = L'max / {@code luminanceRatio}, > 1. */
    public record ByRatio(double luminanceRatio) implements Black {}

    /** L'min itself. */
    public record Fixed(Luminance minimum) implements Black {}

    /** GSDF with L'max and a luminance ratio: what most standards ask for. */
    public static CalibrationGoal gsdf(Luminance maximum, double luminanceRatio) {
        return new CalibrationGoal(new Gsdf(), maximum, new ByRatio(luminanceRatio));
    }

    /** The same goal with another L'max; a luminance ratio stays, and so does a fixed L'min. */
    public CalibrationGoal withMaximum(Luminance other) {
        return new CalibrationGoal(function, other, black);
    }

    /** L'min. */
    public Luminance minimum() {
        return black instanceof ByRatio ratio
                ? new Luminance(maximum.cdPerM2() / ratio.luminanceRatio())
                : ((Fixed) black).minimum();
    }

    /** L'max / L'min. */
    public double luminanceRatio() {
        return maximum.cdPerM2() / minimum().cdPerM2();
    }

    /**
     * The goal as luminances in a room with this ambient light.
     *
     * @throws CalibrationException when the ends leave the range of the function, are not in order, or ambient light alone
     *     exceeds L'min
     */
    public ToneTarget in(Luminance ambient) throws CalibrationException {
        if (function instanceof Gsdf) {
            return GsdfTarget.of(maximum, luminanceRatio(), ambient);
        }
        if (!(luminanceRatio() > 1) || ambient.compareTo(minimum()) > 0) {
            throw new CalibrationException(
                    "calibration.too-bright-a-room",
                    "ambient light of " + ambient.cdPerM2() + " cd/m² or L'max of " + maximum.cdPerM2()
                            + " cd/m² does not go with L'min of " + minimum().cdPerM2()
                            + " cd/m²: darken the room or lower the luminance ratio");
        }
        return new GammaTarget(minimum(), maximum, ambient, ((Gamma) function).exponent());
    }
}
