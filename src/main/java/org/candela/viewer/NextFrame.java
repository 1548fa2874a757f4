package org.candela.viewer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.LoadedFrame;
import org.candela.viewer.stack.StackPosition;

/** The frame that a reader who scrolls will see next, if it is decoded. Used on the thread of the viewport. */
final class NextFrame {
    private final FrameLoader loader;
    private final Executor ui;
    private CompletableFuture<LoadedFrame> asked = new CompletableFuture<>();
    private boolean hasMoved;

    NextFrame(FrameLoader loader, Executor ui) {
        this.loader = loader;
        this.ui = ui;
    }

    /** Another frame is being shown: the one asked for is past. */
    void moved() {
        forget();
        hasMoved = true;
    }

    /** Nobody scrolls any more. */
    void forget() {
        asked.cancel(false);
        hasMoved = false;
    }

    /** Gives {@code taker} the frame after that at {@code here}, the way it was reached; once for each move. */
    void after(StackPosition here, Consumer<LoadedFrame> taker) {
        StackPosition ahead = here.at(here.index() + here.direction());
        if (!hasMoved || ahead.equals(here) || !loader.isDecoded(ahead.key())) {
            return;
        }
        hasMoved = false;
        CompletableFuture<LoadedFrame> wanted = loader.request(ahead.key(), FramePriority.AHEAD);
        asked = wanted;
        var unused = wanted.thenAcceptAsync(
                frame -> {
                    if (wanted == asked) {
                        taker.accept(frame);
                    }
                },
                wanted.isDone() ? Runnable::run : ui);
    }
}
