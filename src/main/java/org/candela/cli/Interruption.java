package org.candela.cli;

import org.candela.base.Cancellation;

/** Hears Ctrl+C while it is open; the process waits for {@link #close()} then. */
public interface Interruption extends AutoCloseable {
    Cancellation cancellation();

    @Override
    void close();
}
