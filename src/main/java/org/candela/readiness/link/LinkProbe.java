package org.candela.readiness.link;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;

/** What can be done at a facility's own service to measure the way to it. Safe from any thread; each call blocks. */
public interface LinkProbe {
    /** Asks something small, once, and returns how long the whole answer took. */
    Duration ask(Cancellation cancellation) throws CandelaException;

    /**
     * Fetches the test study once and lets it go.
     *
     * @param bytes told of each block that came
     */
    void fetch(LongConsumer bytes, Cancellation cancellation) throws CandelaException;

    /**
     * Sends the test object once.
     *
     * @return its size in bytes, once the facility has said that it keeps it
     */
    long send(Cancellation cancellation) throws CandelaException;
}
