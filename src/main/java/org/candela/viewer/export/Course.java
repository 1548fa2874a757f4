package org.candela.viewer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.study.UidHash;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.stack.ReadingStudy;
import org.jspecify.annotations.Nullable;

/**
 * How something is going that leaves the open case: its step, how far that is, why the last did not succeed, and who hears of
 * it. Used by the thread of {@code ui}, but for {@link #progressed}.
 *
 * @param <S> the steps
 */
public final class Course<S> {
    private final ReadingSession session;
    private final @Nullable ReadingStudy opened;
    private final Executor ui;
    private final String whenStopped;
    private final List<Runnable> listeners = new ArrayList<>();
    private S step;
    private String failure = "";
    private int done;
    private int total;

    /**
     * A course of the case that is open now.
     *
     * @param whenStopped what is said when the reader stopped it
     */
    public Course(ReadingSession session, Executor ui, S begin, String whenStopped) {
        this.session = session;
        this.opened = session.study().orElse(null);
        this.ui = ui;
        this.step = begin;
        this.whenStopped = whenStopped;
    }

    /** Whether the case it began with is still open. */
    public boolean isOfOpenCase() {
        return session.study().equals(Optional.ofNullable(opened));
    }

    /** The case, for the audit log. */
    public String subject() {
        return session.study()
                .map(study -> UidHash.of(study.banner().studyUid()))
                .orElse("case");
    }

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public S step() {
        return step;
    }

    /** Why the last step did not succeed, in one line; empty when it did. */
    public String failure() {
        return failure;
    }

    /** Parts done, of {@link #total()}. */
    public int done() {
        return done;
    }

    public int total() {
        return total;
    }

    /** Goes on to {@code next}. */
    public void become(S next) {
        step = next;
        failure = "";
        changed();
    }

    /** Falls back to {@code to}, because of {@code problem}. */
    public void fallBack(S to, @Nullable Throwable problem) {
        step = to;
        failed(problem == null ? new IllegalStateException("nothing") : problem);
    }

    /** Stays where it is, and says why. */
    public void failed(Throwable problem) {
        Throwable cause = Async.causeOf(problem);
        failure = cause instanceof CancellationException ? whenStopped : String.valueOf(cause.getMessage());
        changed();
    }

    /** Says how far the step is; any thread. */
    public void progressed(int now, int all) {
        ui.execute(() -> {
            count(now, all);
            changed();
        });
    }

    /** The same at once, untold. */
    public void count(int now, int all) {
        done = now;
        total = all;
    }

    /** Tells the listeners. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }
}
