package org.candela.displayqa.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.PatchPresenter;
import org.jspecify.annotations.Nullable;

/**
 * Fills one display with a field, over everything else, through the pixel buffer that pictures are drawn with.
 *
 * <p>Called on the device thread, which waits until the field has been drawn and the panel has settled.
 */
// [impl->req~displayqa.patches~1]
public final class FxPatchPresenter implements PatchPresenter, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** One pulse lays out, the next finds it drawn; the third makes sure of a renderer that is one frame behind. */
    private static final int PULSES = 3;

    private final DisplayDevice device;
    private final Executor ui;
    private final Duration settleTime;
    /** FX thread only; opened by the first patch. */
    private @Nullable PatchWindow window;

    /** @param settleTime what the panel and the photometer need after a change */
    public FxPatchPresenter(DisplayDevice device, Executor ui, Duration settleTime) {
        this.device = device;
        this.ui = ui;
        this.settleTime = settleTime;
    }

    @Override
    public void show(int argb) throws DeviceException {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        ui.execute(() -> draw(argb, drawn));
        try {
            if (!drawn.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("device.gone", "the display is no longer there");
            }
            Thread.sleep(settleTime.toMillis());
        } catch (TimeoutException e) {
            throw failure("device.no-picture", "the field was not drawn within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw failure("device.no-picture", "the field could not be drawn: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("device.interrupted", "interrupted while a field was shown");
        }
    }

    /** Takes the field away. Any thread. */
    @Override
    public void close() {
        clear();
    }

    @Override
    public void clear() {
        ui.execute(() -> {
            if (window != null) {
                window.close();
                window = null;
            }
        });
    }

    private void draw(int argb, CompletableFuture<Boolean> drawn) {
        if (window == null) {
            window = PatchWindow.on(device.place()).orElse(null);
        }
        if (window == null) {
            drawn.complete(false);
            return;
        }
        window.fill(argb);
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == PULSES) {
                    stop();
                    drawn.complete(true);
                }
            }
        }.start();
    }

    private DeviceException failure(String code, String problem) {
        return new DeviceException(code, device.connector(), problem);
    }
}
