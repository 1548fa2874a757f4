package org.candela.viewer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A scheduler that starts no thread: a test ticks it. */
public final class ManualScheduler extends ScheduledThreadPoolExecutor {
    final List<Duration> periods = new ArrayList<>();
    private final List<Runnable> ticks = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();

    public ManualScheduler() {
        super(0);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        periods.add(Duration.of(period, unit.toChronoUnit()));
        ticks.add(command);
        return super.schedule(() -> {}, 1, TimeUnit.DAYS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        later.add(command);
        return super.schedule(() -> {}, 1, TimeUnit.DAYS);
    }

    /** Runs what was to be done later, once. */
    public void rest() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    void tick() {
        List.copyOf(ticks).forEach(Runnable::run);
    }
}
