package org.candela.app;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due at a time. The platform's own would keep a failure to itself, and never again do what is to be done every so
 * often, such as sending reports: here a failure is logged, and the next turn comes.
 */
final class Timetable extends ScheduledThreadPoolExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    Timetable(int threads, ThreadFactory factory) {
        super(threads, factory);
        // What is called off is forgotten at once: most of what is scheduled is a limit of time that is kept.
        setRemoveOnCancelPolicy(true);
    }

    /** What is executed at once comes here too. */
    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(guarded(task), delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        return super.scheduleWithFixedDelay(guarded(task), first, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        return super.scheduleAtFixedRate(guarded(task), first, period, unit);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error failure) { // nobody asks the future of such a task
                LOG.error("a task failed [app.task]", failure);
            }
        };
    }
}
