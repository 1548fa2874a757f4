package org.candela.displayqa.measure;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.LutHolder;
import org.candela.calibration.ToneTarget;

/**
 * Whether what was loaded is in effect: after it, light must be nearer to the target than to what was there before. Reading a
 * table back proves only that somebody keeps it.
 */
// [impl->req~displayqa.table-acts~1]
final class TableEffect {
    /** A display that was as good as on target before: nothing could be told. Mean share by which levels differ. */
    private static final double TOO_ALIKE = 0.02;

    private TableEffect() {}

    /** @throws CalibrationException {@code calibration.without-effect} when light did not follow */
    static void require(LutHolder holder, ToneTarget target, ContrastResponse before, ContrastResponse after)
            throws CalibrationException {
        int last = after.steps();
        IntToDoubleFunction wanted =
                level -> target.luminanceAt((double) level / last).cdPerM2();
        double toMove = apart(last, before::luminance, wanted);
        boolean isFollowed = apart(last, after::luminance, wanted) < apart(last, after::luminance, before::luminance);
        if (toMove > TOO_ALIKE && !isFollowed) {
            throw new CalibrationException(
                    "calibration.without-effect",
                    holder.description() + ": what was loaded reads back, but the light of the display is as before;"
                            + " hold the table in the renderer instead");
        }
    }

    /** Mean of |ln(one / other)|. */
    private static double apart(int last, IntToDoubleFunction one, IntToDoubleFunction other) {
        return IntStream.rangeClosed(0, last)
                .mapToDouble(level -> Math.abs(Math.log(one.applyAsDouble(level) / other.applyAsDouble(level))))
                .average()
                .orElseThrow();
    }
}
