package org.candela.study;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Delivers decoded frames, soonest what the reader looks at. Safe from any thread; never blocks the caller. */
public interface FrameLoader {
    /**
     * The frame, at once when it is held in memory. Completes exceptionally with a
     * {@link org.candela.base.CandelaException} or an {@link java.io.IOException} when it cannot be read.
     */
    CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority);

    /** Decodes these in the background, first things first; replaces the former wish. */
    void prefetch(List<FrameKey> mostWantedFirst);
}
