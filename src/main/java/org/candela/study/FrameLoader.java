package org.candela.study;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Delivers decoded frames, soonest what the reader looks at. Safe from any thread; never blocks the caller. */
public interface FrameLoader {
    /**
     * The frame, at once when it is at hand. Requests for one frame share one decode, at the most urgent priority asked
     * for. Cancelling the future withdraws the request; a decode that has not begun and that nobody waits for any more is
     * dropped.
     *
     * <p>Completes on a loading thread, or exceptionally with a {@link org.candela.base.CandelaException} that says why
     * this frame cannot be shown.
     */
    CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority);

    /**
     * The same; where the whole takes long, {@code coarse} is told a {@link LoadedFrame#isReduced() reduced} form first, at
     * most once, on a loading thread and before the future completes.
     */
    default CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority, Consumer<LoadedFrame> coarse) {
        return request(key, priority);
    }

    /** Whether the frame is decoded, so that it need only be brought to hand. */
    default boolean isDecoded(FrameKey key) {
        return false;
    }

    /** A wish of its own for one more asker; closed when the asker goes. A loader that reads nothing ahead has none. */
    default Prefetch prefetch() {
        return Prefetch.NONE;
    }
}
