package org.candela.displayqa.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.measure.PatchPresenter;
import org.candela.ui.Pulses;
import org.jspecify.annotations.Nullable;

/**
 * Fills one display with a field, over everything else, through the pixel buffer that pictures are drawn with.
 *
 * <p>Called on the device thread, which waits until the field has been drawn and the panel has settled.
 */
// [impl->req~displayqa.patches~1]
public final class FxPatchPresenter implements PatchPresenter, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
        CompletableFuture<Boolean> drawn =
                CompletableFuture.supplyAsync(() -> fill(argb), ui).thenCompose(this::drawn);
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

    /** Whether there is a display to fill. */
    private boolean fill(int argb) {
        if (window == null) {
            window = PatchWindow.on(device.place()).orElse(null);
        }
        if (window != null) {
            window.fill(argb);
        }
        return window != null;
    }

    private CompletableFuture<Boolean> drawn(boolean isFilled) {
        return isFilled ? Pulses.drawn(ui) : CompletableFuture.completedFuture(false);
    }

    private DeviceException failure(String code, String problem) {
        return new DeviceException(code, device.connector(), problem);
    }
}
