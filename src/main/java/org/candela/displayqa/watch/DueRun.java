package org.candela.displayqa.watch;

import java.time.Instant;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.displayqa.measure.QaKind;

/**
 * When one kind of run on one display is due under one standard.
 *
 * @param standard id of the profile that asks for it
 * @param last when it, or one that includes it, was last made and did not fail by that standard
 * @param due empty when it was never made
 */
public record DueRun(
        ScreenId display, String standard, QaKind kind, Optional<Instant> last, Optional<Instant> due, State state) {
    /** From worst to best. */
    public enum State {
        NEVER,
        OVERDUE,
        /** Due within the days of the reminder. */
        SOON,
        /** The same, and somebody put the reminder off. */
        SNOOZED,
        IN_TIME
    }

    /** Whether it must be made now. */
    public boolean isDue() {
        return state == State.NEVER || state == State.OVERDUE;
    }
}
