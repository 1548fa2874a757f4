package org.candela.displayqa.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.GraphicsLutKeeper;
import org.candela.displayqa.watch.LutWatchdog.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads what displays' tables need and reads it back: when the reader asks, and by itself where no other program can be meant
 * by it: at the start, after sleep, when displays came or changed. Never because of a look, or two programs would load their
 * ramps in turn for ever. Device thread.
 */
// [impl->req~displayqa.lut-restored~1]
public final class LutRestorer {
    private static final Logger LOG = LoggerFactory.getLogger(LutRestorer.class);
    /** By itself, for one display. Whoever makes displays change all the time must not make us answer all the time. */
    static final int MOST_A_MINUTE = 5;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LutWatchdog watchdog;
    private final GraphicsLutKeeper keeper;
    private final Clock clock;
    private final Map<ScreenId, Deque<Instant>> byItself = new HashMap<>();

    public LutRestorer(LutWatchdog watchdog, Clock clock) {
        this.watchdog = watchdog;
        this.keeper = new GraphicsLutKeeper(
                watchdog.watched().ledger(), watchdog.watched().graphicsLut());
        this.clock = clock;
    }

    /**
     * Restores every display whose graphics LUT was replaced, as the reader asked; alarms and all-clears are kept.
     *
     * @return those that are still not what their tables need
     * @throws CandelaException when the displays cannot be asked
     */
    public List<ScreenId> restore() throws CandelaException {
        List<ScreenId> lost = new ArrayList<>();
        for (DisplayDevice display : watchdog.watched().inventory().displays()) {
            if (!isInOrder(restored(WatchCause.READER, display))) {
                lost.add(display.id());
            }
        }
        return lost;
    }

    /**
     * {@link #restore()} by itself, for each display at most {@value #MOST_A_MINUTE} times a minute; beyond that the alarm
     * stays until the reader asks.
     *
     * @param cause {@link WatchCause#START}, {@link WatchCause#RESUME} or {@link WatchCause#DISPLAYS_CHANGED}
     */
    public void restoreAfter(WatchCause cause) {
        try {
            for (DisplayDevice display : watchdog.watched().inventory().displays()) {
                State found = watchdog.look(cause, display);
                if (!isInOrder(found) && isAllowed(display.id())) {
                    restored(cause, display);
                }
            }
        } catch (CandelaException e) {
            LOG.warn("graphics LUTs could not be restored [{}]", e.code(), e);
        }
    }

    private State restored(WatchCause cause, DisplayDevice display) {
        State found = watchdog.look(cause, display);
        if (isInOrder(found)) {
            return found;
        }
        try {
            LOG.info("graphics LUT of {}: {} [{}]", display.id(), keeper.restore(display), cause);
        } catch (CandelaException e) {
            LOG.warn("the graphics LUT of {} could not be restored [{}]", display.id(), e.code(), e);
        }
        return watchdog.look(cause, display);
    }

    private static boolean isInOrder(State state) {
        return state == State.INTACT || state == State.NOT_NEEDED || state == State.WITHOUT_EFFECT;
    }

    private boolean isAllowed(ScreenId display) {
        Deque<Instant> times = byItself.computeIfAbsent(display, id -> new ArrayDeque<>());
        Instant now = clock.instant();
        times.removeIf(time -> time.isBefore(now.minus(MINUTE)));
        if (times.size() >= MOST_A_MINUTE) {
            LOG.warn(
                    "{} is changed again and again by another program and is left to it [displayqa.lut-fight]",
                    display);
            return false;
        }
        times.add(now);
        return true;
    }
}
