package org.candela.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A scheduler whose time runs twenty times as fast, so that pauses are kept in order but not waited out. */
final class QuickScheduler extends ScheduledThreadPoolExecutor {
    private static final int FASTER = 20;

    QuickScheduler() {
        super(1);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        return super.scheduleWithFixedDelay(task, quick(first, unit), quick(delay, unit), TimeUnit.MICROSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, quick(delay, unit), TimeUnit.MICROSECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return super.schedule(task, quick(delay, unit), TimeUnit.MICROSECONDS);
    }

    private static long quick(long time, TimeUnit unit) {
        return Math.max(1, unit.toMicros(time) / FASTER);
    }
}
