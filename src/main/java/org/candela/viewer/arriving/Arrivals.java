package org.candela.viewer.arriving;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.candela.base.Uid;
import org.candela.study.ArrivalListener;
import org.candela.study.ArrivingFrame;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of the newest image that is coming for the case that is being opened. Belongs to no viewport: nothing of it can
 * be measured, marked or kept. Used on the thread of the {@code ui} executor; what it hands out may be called from any.
 */
// [impl->req~viewer.arriving~1]
public final class Arrivals {
    private final Executor ui;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Seen seen;
    private long generation;

    public Arrivals(Executor ui) {
        this.ui = ui;
    }

    /** How far an image is. */
    public enum Standing {
        COMING,
        /** Its file is here; the case opens when all of its files are. */
        WHOLE,
        /** It did not come whole. */
        BROKEN
    }

    /** An image on its way and how far it is. */
    public record Seen(ArrivingFrame frame, Standing standing) {
        private Seen as(Standing other) {
            return new Seen(frame, other);
        }
    }

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** What is to be seen now. */
    public Optional<Seen> now() {
        return Optional.ofNullable(seen);
    }

    /** Takes down what was seen of another case; what the listener is told counts until the next call of this or of clear. */
    public ArrivalListener begin() {
        clear();
        return new Listener(generation);
    }

    /** Takes down what is seen: the case hangs, or was given up. */
    public void clear() {
        generation++;
        show(null);
    }

    private void show(@Nullable Seen next) {
        boolean isOther = !Objects.equals(next, seen);
        seen = next;
        if (isOther) {
            listeners.forEach(Runnable::run);
        }
    }

    private void end(Uid instance, Standing standing) {
        Seen now = seen;
        if (now != null && now.frame().instance().equals(instance)) {
            show(now.as(standing));
        }
    }

    /** Of one opening. Any thread. */
    private final class Listener implements ArrivalListener {
        private final long begun;

        Listener(long begun) {
            this.begun = begun;
        }

        @Override
        public void coming(ArrivingFrame frame) {
            later(() -> show(new Seen(frame, Standing.COMING)));
        }

        @Override
        public void whole(Uid instance) {
            later(() -> end(instance, Standing.WHOLE));
        }

        @Override
        public void broken(Uid instance) {
            later(() -> end(instance, Standing.BROKEN));
        }

        private void later(Runnable change) {
            ui.execute(() -> {
                if (begun == generation) {
                    change.run();
                }
            });
        }
    }
}
