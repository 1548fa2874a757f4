package org.candela.displayqa.ui;

import java.util.List;
import org.candela.calibration.pattern.VisualResult;

/** Who keeps what observers answered. Called once a window, on the FX thread; must not block it. */
@FunctionalInterface
public interface VisualAnswers {
    /**
     * The window has closed.
     *
     * @param results one a test that was shown, in order; what was not answered is not among the answers
     */
    void given(List<VisualResult> results, Ending ending);

    /** How the tests ended. */
    enum Ending {
        /** Every question was answered or skipped. */
        COMPLETE,
        /** The observer stopped, or the display went away. */
        STOPPED
    }
}
