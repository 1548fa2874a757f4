package org.candela.viewer.layout;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.candela.base.Uid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps how the open study hangs, soon after every change, so that it hangs so again after a crash. Used on the thread of
 * the session.
 */
// [impl->req~viewer.hanging-kept~1]
public final class HangingKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(HangingKeeper.class);

    /** A drag changes the picture at every move; what is kept is where it comes to rest. */
    static final Duration REST = Duration.ofMillis(300);

    private final DeskMemory memory;
    private final ScheduledExecutorService scheduler;
    private final Executor ui;
    private final Supplier<Hanging> hanging;
    private @Nullable Uid study;
    private @Nullable KeptHanging kept;
    private @Nullable ScheduledFuture<?> waiting;

    public HangingKeeper(
            DeskMemory memory, ScheduledExecutorService scheduler, Executor ui, Supplier<Hanging> hanging) {
        this.memory = memory;
        this.scheduler = scheduler;
        this.ui = ui;
        this.hanging = hanging;
    }

    /** From now on changes are those of this study. */
    public void begin(Uid opened) {
        study = opened;
        kept = null;
    }

    /** Keeps what has not been kept yet; must be called before the images are taken down. */
    public void end() {
        keep();
        study = null;
    }

    /** Something hangs or looks otherwise. */
    public void changed() {
        if (study != null && waiting == null) {
            waiting = scheduler.schedule(() -> ui.execute(this::keep), REST.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void keep() {
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
        }
        Uid opened = study;
        KeptHanging now = KeptHanging.of(hanging.get());
        if (opened == null || now.hung().isEmpty() || now.equals(kept)) {
            return;
        }
        kept = now;
        var unused = memory.keep(opened, now).exceptionally(failure -> {
            LOG.warn("the hanging of a study could not be kept [viewer.hanging-not-kept]", failure);
            return null;
        });
    }
}
