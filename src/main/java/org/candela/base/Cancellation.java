package org.candela.base;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A request to stop, passed to long work that asks for it between steps. Safe from any thread. */
public final class Cancellation {
    private final BooleanSupplier whole;
    private volatile boolean requested;

    /** Work that stands alone. */
    public Cancellation() {
        this(() -> false);
    }

    private Cancellation(BooleanSupplier whole) {
        this.whole = whole;
    }

    /** For a part of the work, which ends with the whole and can also be ended alone. */
    public Cancellation ofPart() {
        return new Cancellation(this::isRequested);
    }

    /** Asks the work to stop at its next step. */
    public void cancel() {
        requested = true;
    }

    /** Whether the work was asked to stop. */
    public boolean isRequested() {
        return requested || whole.getAsBoolean();
    }

    /** Leaves the work with a {@link CancellationException} if it was asked to stop. */
    public void throwIfRequested() {
        if (isRequested()) {
            throw new CancellationException("cancelled on request");
        }
    }
}
