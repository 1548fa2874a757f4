package org.candela.viewer;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A word to the reader that goes by itself. Used on the thread of the session. */
final class Notice {
    private static final long SECONDS = 4;

    private final ScheduledExecutorService scheduler;
    private final Executor ui;
    private final Runnable changed;
    private String text = "";

    Notice(ScheduledExecutorService scheduler, Executor ui, Runnable changed) {
        this.scheduler = scheduler;
        this.ui = ui;
        this.changed = changed;
    }

    /** What is being told; else empty. */
    String text() {
        return text;
    }

    void tell(String told) {
        text = told;
        changed.run();
        var unused = scheduler.schedule(() -> ui.execute(() -> end(told)), SECONDS, TimeUnit.SECONDS);
    }

    private void end(String told) {
        if (text.equals(told)) {
            text = "";
            changed.run();
        }
    }
}
