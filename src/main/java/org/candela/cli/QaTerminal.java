package org.candela.cli;

import java.util.function.Supplier;
import org.candela.base.Cancellation;

/**
 * Who sits before a command of {@code candela qa}.
 *
 * @param answers what is typed
 * @param interruptions hears Ctrl+C for the time of a run
 * @param isShown whether progress is seen on a screen, where a line can be written anew
 */
public record QaTerminal(Answers answers, Supplier<Interruption> interruptions, boolean isShown) {
    /** Nobody, and nothing is interrupted. */
    public static final QaTerminal NOBODY = new QaTerminal(Answers.NONE, NeverInterrupted::new, false);

    private static final class NeverInterrupted implements Interruption {
        private final Cancellation never = new Cancellation();

        @Override
        public Cancellation cancellation() {
            return never;
        }

        @Override
        public void close() {
            // Nothing was listened to.
        }
    }
}
