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

    public ManualScheduler() {
        super(0);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        periods.add(Duration.of(period, unit.toChronoUnit()));
        ticks.add(command);
        return super.schedule(() -> {}, 1, TimeUnit.DAYS);
    }

    void tick() {
        List.copyOf(ticks).forEach(Runnable::run);
    }
}
