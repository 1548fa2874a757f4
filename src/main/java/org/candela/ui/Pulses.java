package org.candela.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/** The rhythm in which the toolkit draws. */
public final class Pulses {
    /** One pulse lays out, the next finds it drawn; the third makes sure of a renderer that is one frame behind. */
    private static final int UNTIL_DRAWN = 3;

    private Pulses() {}

    /**
     * Completes, on the FX thread, when what was changed before this call has been laid out and drawn.
     *
     * @param ui the FX thread
     */
    public static CompletableFuture<Boolean> drawn(Executor ui) {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        ui.execute(() -> new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == UNTIL_DRAWN) {
                    stop();
                    drawn.complete(true);
                }
            }
        }.start());
        return drawn;
    }
}
