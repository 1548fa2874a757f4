package org.candela.viewer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays the frames of a viewport at the pace of the file. A frame that is not decoded in time delays the next; none is
 * left out. Used on the thread of the {@code ui} executor.
 */
final class Cine {
    /** For files that state no frame time; the screen says so. */
    static final Duration ASSUMED_FRAME_TIME = Duration.ofMillis(66);

    private final ScheduledExecutorService scheduler;
    private final Executor ui;
    private @Nullable ScheduledFuture<?> ticking;

    Cine(ScheduledExecutorService scheduler, Executor ui) {
        this.scheduler = scheduler;
        this.ui = ui;
    }

    boolean isPlaying() {
        return ticking != null;
    }

    // [impl->req~viewer.cine-frame-time~1]
    void play(Viewport viewport) {
        stop();
        long period = frameTime(viewport).orElse(ASSUMED_FRAME_TIME).toNanos();
        ticking = scheduler.scheduleAtFixedRate(
                () -> ui.execute(() -> {
                    if (isPlaying()) {
                        viewport.advance();
                    }
                }),
                period,
                period,
                TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    static Optional<Duration> frameTime(Viewport viewport) {
        return viewport.shown()
                .flatMap(shown -> shown.loaded().description().frameTime())
                .filter(time -> !time.isZero() && !time.isNegative());
    }
}
