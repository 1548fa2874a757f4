package org.candela.cli;

import java.util.Optional;
import org.candela.base.Cancellation;

/** What is typed into a command, line by line. */
public interface Answers {
    /** Nobody types anything. */
    Answers NONE = new Answers() {
        @Override
        public boolean isTerminal() {
            return false;
        }

        @Override
        public Optional<String> next(Cancellation cancellation) {
            return Optional.empty();
        }
    };

    /** Whether somebody sits there, and not a file or another program. */
    boolean isTerminal();

    /**
     * Waits for the next line; empty when there will be none.
     *
     * @throws java.util.concurrent.CancellationException when cancelled meanwhile
     */
    Optional<String> next(Cancellation cancellation);
}
