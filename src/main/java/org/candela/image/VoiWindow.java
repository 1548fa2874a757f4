package org.candela.image;

/**
 * A window over modality values (PS3.3 C.11.2.1.2).
 *
 * @param center window centre, modality units
 * @param width window width, modality units; ≥ 1 for {@link Function#LINEAR}, &gt; 0 otherwise
 */
public record VoiWindow(double center, double width, Function function) implements VoiTransform {

    /** VOI LUT Function (0028,1056). */
    public enum Function {
        LINEAR,
        LINEAR_EXACT,
        SIGMOID
    }

    public VoiWindow {
        double least = function == Function.LINEAR ? 1 : Double.MIN_VALUE;
        if (!Double.isFinite(center) || !Double.isFinite(width) || width < least) {
            throw new IllegalArgumentException("not a window: center " + center + ", width " + width);
        }
    }

    /** A linear window, the function of a file that names none. */
    public static VoiWindow linear(double center, double width) {
        return new VoiWindow(center, width, Function.LINEAR);
    }

    @Override
    public VoiWindow window() {
        return this;
    }

    @Override
    public VoiWindow at(double otherCenter, double otherWidth) {
        return new VoiWindow(otherCenter, otherWidth, function);
    }

    @Override
    public double apply(double x) {
        return switch (function) {
            case LINEAR -> linearFraction(x);
            // C.11.2.1.3.2: y = ((x − c) / w + 0.5)
            case LINEAR_EXACT -> clamp((x - center) / width + 0.5);
            // C.11.2.1.3.1: y = 1 / (1 + exp(−4 (x − c) / w))
            case SIGMOID -> 1 / (1 + Math.exp(-4 * (x - center) / width));
        };
    }

    /** C.11.2.1.2.1: x ≤ c−0.5−(w−1)/2 → 0; x &gt; c−0.5+(w−1)/2 → 1; else (x−(c−0.5))/(w−1) + 0.5. */
    private double linearFraction(double x) {
        double middle = center - 0.5;
        double half = (width - 1) / 2;
        if (x <= middle - half) {
            return 0;
        }
        return x > middle + half ? 1 : (x - middle) / (width - 1) + 0.5;
    }

    private static double clamp(double y) {
        return Math.max(0, Math.min(1, y));
    }
}
