package org.candela.viewer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.tool.CineRate;
import org.candela.viewer.tool.Playback;
import org.jspecify.annotations.Nullable;

/**
 * Plays the frames of a viewport, at the pace of the file unless the reader sets another. A frame that is not decoded or not
 * on the screen in time delays the next and is counted; none is left out. Used on the thread of the {@code ui} executor.
 */
public final class Cine {
    private final ScheduledExecutorService scheduler;
    private final Executor ui;
    private final Runnable changed;
    private final Playback playback = new Playback();
    private @Nullable ScheduledFuture<?> ticking;
    private @Nullable Viewport viewport;
    private @Nullable ImageStack stack;
    private CineRate rate = CineRate.assumed();

    /** @param changed run after it began, stopped or was set otherwise */
    Cine(ScheduledExecutorService scheduler, Executor ui, Runnable changed) {
        this.scheduler = scheduler;
        this.ui = ui;
        this.changed = changed;
    }

    /** Whether frames are being played. */
    public boolean isPlaying() {
        return ticking != null;
    }

    /** How fast, and who said so. */
    public CineRate rate() {
        return rate;
    }

    /** Which frames, in which order, and how many were late. */
    public Playback playback() {
        return playback;
    }

    /** Whether the range, the course or the rate that the reader set are for what hangs in {@code other}. */
    public boolean isOf(Viewport other) {
        return stack != null && other.stack().filter(stack::equals).isPresent();
    }

    /** Plays the stack of a viewport, or stops. */
    void toggle(Viewport other) {
        if (isPlaying()) {
            stop();
        } else if (other.frameCount() > 1) {
            play(other);
        }
        changed.run();
    }

    // [impl->req~viewer.cine-frame-time~1]
    private void play(Viewport other) {
        prepare(other);
        playback.restart();
        tickAt(rate);
    }

    /** Rate, course and range stay for a stack until another one is played. */
    private void prepare(Viewport other) {
        viewport = other;
        if (!isOf(other)) {
            stack = other.stack().orElse(null);
            playback.over(other.frameCount());
            rate = frameTime(other).map(CineRate::ofFile).orElse(CineRate.assumed());
        }
    }

    private void tickAt(CineRate wanted) {
        stop();
        long period = wanted.frameTime().toNanos();
        AtomicBoolean isWaiting = new AtomicBoolean();
        ticking = scheduler.scheduleAtFixedRate(() -> tick(isWaiting), period, period, TimeUnit.NANOSECONDS);
    }

    /** Two ticks that the thread of the session comes to at once are one frame late, not two frames at once. */
    private void tick(AtomicBoolean isWaiting) {
        boolean isFirst = isWaiting.compareAndSet(false, true);
        ui.execute(() -> {
            if (isFirst) {
                isWaiting.set(false);
            }
            advance(isFirst);
        });
    }

    // [impl->req~viewer.cine-late~1]
    private void advance(boolean isInTime) {
        Viewport playing = viewport;
        if (!isPlaying() || playing == null) {
            return;
        }
        if (isInTime && !playing.isDecoding() && playing.isOnScreen()) {
            playback.shown();
            playing.scrollTo(playback.next(playing.frameIndex()));
        } else {
            playback.late();
        }
    }

    /** Sets the rate of the stack of a viewport, playing or not. */
    // [impl->req~viewer.cine-control~1]
    void pace(Viewport other, UnaryOperator<CineRate> step) {
        set(other, () -> {
            rate = step.apply(rate);
            playback.restart();
            if (isPlaying()) {
                tickAt(rate);
            }
        });
    }

    /** Goes round, or forth and back. */
    void changeCourse(Viewport other) {
        set(other, playback::changeCourse);
    }

    /** Begins the range at the frame on the screen. */
    void beginHere(Viewport other) {
        set(other, () -> playback.beginAt(other.frameIndex(), other.frameCount()));
    }

    /** Ends the range at the frame on the screen. */
    void endHere(Viewport other) {
        set(other, () -> playback.endAt(other.frameIndex()));
    }

    /** Plays all frames again. */
    void playAll(Viewport other) {
        set(other, () -> playback.over(other.frameCount()));
    }

    private void set(Viewport other, Runnable change) {
        if (other.frameCount() > 1) {
            prepare(other);
            change.run();
            changed.run();
        }
    }

    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    /** Stops, and forgets what was set for the stack. */
    void forget() {
        stop();
        viewport = null;
        stack = null;
    }

    static Optional<Duration> frameTime(Viewport viewport) {
        return viewport.shown()
                .flatMap(shown -> shown.loaded().description().frameTime())
                .filter(time -> !time.isZero() && !time.isNegative());
    }
}
