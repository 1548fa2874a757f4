package org.candela.viewer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.study.FrameKey;
import org.candela.viewer.stack.ImageStack;
import org.jspecify.annotations.Nullable;

/** The images of the open study that show what matters. Used on the thread of the session; the store never makes it wait. */
// [impl->req~viewer.key-images~1]
public final class KeyImages {
    private final KeyImageStore store;
    private final EditHistory history;
    private final Executor ui;
    private final Runnable changed;
    private final Set<FrameKey> marked = new LinkedHashSet<>();
    private @Nullable Uid study;
    private @Nullable ViewportProblem problem;

    KeyImages(KeyImageStore store, EditHistory history, Executor ui, Runnable changed) {
        this.store = store;
        this.history = history;
        this.ui = ui;
        this.changed = changed;
    }

    /** Those marked, in the order they were. */
    public Set<FrameKey> marked() {
        return Collections.unmodifiableSet(marked);
    }

    /** Whether an image is marked. */
    public boolean isMarked(FrameKey frame) {
        return marked.contains(frame);
    }

    /** Why marks could not be kept or read; they are still shown. */
    public Optional<ViewportProblem> problem() {
        return Optional.ofNullable(problem);
    }

    void open(Uid opened) {
        close();
        study = opened;
        var unused = store.of(opened)
                .whenCompleteAsync(
                        (found, failure) -> {
                            if (opened.equals(study) && found != null) {
                                Set<FrameKey> meanwhile = new LinkedHashSet<>(marked);
                                marked.clear();
                                marked.addAll(found);
                                marked.addAll(meanwhile);
                            }
                            kept(opened, failure);
                        },
                        ui);
    }

    void close() {
        study = null;
        problem = null;
        marked.clear();
    }

    /** Marks an image of the open study, or takes its mark away; undoable. */
    void toggle(FrameKey frame) {
        Uid opened = study;
        if (opened == null) {
            return;
        }
        if (marked.contains(frame)) {
            set(opened, frame, false);
            history.add(new Edit("Unmark key image", () -> set(opened, frame, true), () -> set(opened, frame, false)));
        } else {
            set(opened, frame, true);
            history.add(new Edit("Mark key image", () -> set(opened, frame, false), () -> set(opened, frame, true)));
        }
    }

    /** The image after {@code frame} that is marked here or among {@code sent}, in the order of {@code stacks}, round. */
    Optional<FrameKey> after(Optional<FrameKey> frame, List<ImageStack> stacks, Set<FrameKey> sent) {
        List<FrameKey> inOrder = new ArrayList<>();
        stacks.forEach(stack -> inOrder.addAll(stack.frames()));
        int here = frame.map(inOrder::indexOf).orElse(-1);
        Collections.rotate(inOrder, -(here + 1));
        return inOrder.stream()
                .filter(one -> marked.contains(one) || sent.contains(one))
                .findFirst();
    }

    private void set(Uid opened, FrameKey frame, boolean isMarked) {
        if (isMarked) {
            marked.add(frame);
        } else {
            marked.remove(frame);
        }
        CompletableFuture<Void> keeping = isMarked ? store.mark(opened, frame) : store.unmark(opened, frame);
        var unused = keeping.whenCompleteAsync((done, failure) -> kept(opened, failure), ui);
        changed.run();
    }

    private void kept(Uid opened, @Nullable Throwable failure) {
        if (opened.equals(study)) {
            problem = failure == null ? null : ViewportProblem.of(failure);
            changed.run();
        }
    }
}
