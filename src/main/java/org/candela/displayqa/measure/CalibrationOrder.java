package org.candela.displayqa.measure;

import java.util.List;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.HoldWish;

/**
 * What a display shall be calibrated to, and where its table shall be held.
 *
 * @param matched what its white is matched to; empty for a display that is calibrated for itself
 */
public record CalibrationOrder(CalibrationGoal goal, HoldWish wish, List<MatchedTo> matched) {
    public CalibrationOrder {
        matched = List.copyOf(matched);
    }

    /** To a goal, held wherever is best. */
    public static CalibrationOrder best(CalibrationGoal goal) {
        return new CalibrationOrder(goal, HoldWish.BEST, List.of());
    }

    /** The same, held as wished. */
    public CalibrationOrder held(HoldWish other) {
        return new CalibrationOrder(goal, other, matched);
    }

    /** The same function and black, but the white of a group. */
    public CalibrationOrder matched(MatchedTo group) {
        return new CalibrationOrder(goal.withMaximum(group.white()), wish, List.of(group));
    }
}
