package org.candela.displayqa.ui;

import javafx.scene.input.KeyCode;
import org.candela.calibration.pattern.Direction;
import org.candela.calibration.pattern.VisualAnswer.Outcome;

/** Keys of a visual test. */
final class VisualKeys {
    private VisualKeys() {}

    /** Does what {@code code} is for; false when it is for nothing here. */
    static boolean press(KeyCode code, QuestionPanel.Actions actions) {
        switch (code) {
            case Y -> actions.answer(Outcome.PASS);
            case N -> actions.answer(Outcome.FAIL);
            case S -> actions.answer(Outcome.SKIP);
            case UP -> actions.choose(Direction.UP);
            case RIGHT -> actions.choose(Direction.RIGHT);
            case DOWN -> actions.choose(Direction.DOWN);
            case LEFT -> actions.choose(Direction.LEFT);
            case BACK_SPACE -> actions.back();
            case ESCAPE -> actions.stop();
            default -> {
                return false;
            }
        }
        return true;
    }
}
