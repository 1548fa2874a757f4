package org.candela.base;

import java.util.concurrent.CancellationException;

/** A request to stop, passed to long work that asks for it between steps. Safe from any thread. */
public final class Cancellation {
    private volatile boolean requested;

    /** Asks the work to stop at its next step. */
    public void cancel() {
        requested = true;
    }

    /** Whether the work was asked to stop. */
    public boolean isRequested() {
        return requested;
    }

    /** Leaves the work with a {@link CancellationException} if it was asked to stop. */
    public void throwIfRequested() {
        if (requested) {
            throw new CancellationException("cancelled on request");
        }
    }
}
