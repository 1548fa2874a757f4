package org.candela.study;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Delivers decoded frames, soonest what the reader looks at. Safe from any thread; never blocks the caller. */
public interface FrameLoader {
    /**
     * The frame, at once when it is held in memory. Requests for one frame share one decode, at the most urgent priority
     * asked for. Cancelling the future withdraws the request; a decode that has not begun and that nobody waits for any
     * more is dropped.
     *
     * <p>Completes on the loading thread, or exceptionally with a {@link org.candela.base.CandelaException} that says why
     * this frame cannot be shown.
     */
    CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority);

    /**
     * Decodes these in the background, first things first; replaces the former wish, of which what has not begun is
     * forgotten. Stops before the cache would give up what this very wish has loaded.
     */
    void prefetch(List<FrameKey> mostWantedFirst);
}
