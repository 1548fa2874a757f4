package org.candela.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/** The rhythm in which the toolkit draws. */
public final class Pulses {
    /** One pulse lays out, the next finds it drawn; the third makes sure of a renderer that is one frame behind. */
    private static final int UNTIL_DRAWN = 3;
    /** So long a renderer takes for two large monitors, whatever the pulse. */
    private static final long UNTIL_DRAWN_NANOS = 50_000_000;

    private static final String PER_SECOND = "javafx.animation.pulse";

    private Pulses() {}

    /**
     * Lets the toolkit look for something to draw 120 times a second, if nobody set another number, so that a picture waits
     * for 4 ms on average and not for 8. To be called before the toolkit starts; while nothing moves there is no pulse.
     */
    public static void quicken() {
        System.getProperties().putIfAbsent(PER_SECOND, "120");
    }

    /**
     * Completes, on the FX thread, when what was changed before this call has been laid out and drawn.
     *
     * @param ui the FX thread
     */
    public static CompletableFuture<Boolean> drawn(Executor ui) {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        ui.execute(() -> new AnimationTimer() {
            private final long begun = System.nanoTime();
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses >= UNTIL_DRAWN && System.nanoTime() - begun >= UNTIL_DRAWN_NANOS) {
                    stop();
                    drawn.complete(true);
                }
            }
        }.start());
        return drawn;
    }
}
