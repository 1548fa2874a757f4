package org.candela.viewer.picture;

import java.util.Optional;
import org.candela.viewer.state.SentState;

/** Which presentation state a reader uses on what hangs in a viewport, and how much of it. Immutable. */
// [impl->req~viewer.state-whole~1]
public sealed interface StateUse {
    /** No state. */
    static StateUse none() {
        return new None();
    }

    /** No state. */
    record None() implements StateUse {}

    /** The graphics alone; window and view are the reader's own. */
    record Graphics(SentState sent) implements StateUse {
        @Override
        public Optional<SentState> state() {
            return Optional.of(sent);
        }
    }

    /**
     * All of it, on the images that it was made for; on others what hangs there looks as it did before.
     *
     * @param own how it looked before; without a state
     * @param isViewOwn whether the reader looks at the image otherwise than the state asks
     */
    record Whole(SentState sent, Appearance own, boolean isViewOwn) implements StateUse {
        @Override
        public Optional<SentState> state() {
            return Optional.of(sent);
        }
    }

    /** The state in use. */
    default Optional<SentState> state() {
        return Optional.empty();
    }

    /** The same, looked at as the reader wants. */
    default StateUse viewed() {
        return this instanceof Whole whole ? new Whole(whole.sent(), whole.own(), true) : this;
    }
}
