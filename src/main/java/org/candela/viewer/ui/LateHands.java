package org.candela.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Keeps what others might help with until they do. Safe from any thread. */
final class LateHands implements Executor {
    private final List<Runnable> kept = new ArrayList<>();
    private @Nullable Executor hands;

    @Override
    public void execute(Runnable task) {
        Executor ready;
        synchronized (this) {
            ready = hands;
            if (ready == null) {
                kept.add(task);
            }
        }
        if (ready != null) {
            ready.execute(task);
        }
    }

    /** Lets {@code others} do what there is and what comes. */
    void join(Executor others) {
        List<Runnable> tasks;
        synchronized (this) {
            hands = others;
            tasks = List.copyOf(kept);
            kept.clear();
        }
        tasks.forEach(others::execute);
    }
}
