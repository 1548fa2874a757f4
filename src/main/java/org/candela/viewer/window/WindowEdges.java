package org.candela.viewer.window;

import java.util.Optional;
import org.candela.image.VoiWindow;
import org.candela.measure.ValueCounts;

/**
 * The values where a window becomes black and white, as a reader says them: {@code centre ∓ width / 2}. Of a LINEAR window
 * over whole numbers that is exact (PS3.3 C.11.2.1.2.1: black up to {@code c − w/2}, white from {@code c + w/2} on).
 *
 * @param lower black up to here, modality units
 * @param upper white from here on, modality units, above {@code lower}
 */
public record WindowEdges(double lower, double upper) {
    /** A window below this width is not one of whole numbers, so that the half of LINEAR would falsify it. */
    private static final double LEAST_LINEAR = 1;

    /** Shares of the pixels of a region that become black and white. */
    public static final double LOW_SHARE = 0.02;

    /** See {@link #LOW_SHARE}. */
    public static final double HIGH_SHARE = 0.98;

    public WindowEdges {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || !(upper > lower)) {
            throw new IllegalArgumentException("no window from " + lower + " to " + upper);
        }
    }

    /** The edges of a window. */
    public static WindowEdges of(VoiWindow window) {
        return new WindowEdges(window.center() - window.width() / 2, window.center() + window.width() / 2);
    }

    /** From the 2nd to the 98th percentile of the values of a region; empty where these are one value. */
    // [impl->req~viewer.window-of-region~1]
    public static Optional<WindowEdges> over(ValueCounts counts) {
        double lower = counts.percentile(LOW_SHARE);
        double upper = counts.percentile(HIGH_SHARE);
        return upper > lower ? Optional.of(new WindowEdges(lower, upper)) : Optional.empty();
    }

    /** The window; narrower than 1 it is LINEAR_EXACT. */
    public VoiWindow window() {
        return of((lower + upper) / 2, upper - lower);
    }

    /** A window of a reader's own; narrower than 1 it is LINEAR_EXACT. */
    static VoiWindow of(double center, double width) {
        VoiWindow.Function function =
                width < LEAST_LINEAR ? VoiWindow.Function.LINEAR_EXACT : VoiWindow.Function.LINEAR;
        return new VoiWindow(center, width, function);
    }
}
