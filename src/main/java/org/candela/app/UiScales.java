package org.candela.app;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.measure.Fact;

/** How much the toolkit says that the system enlarges things on a display. Any thread but the FX thread. */
final class UiScales {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Executor ui;

    UiScales(Executor ui) {
        this.ui = ui;
    }

    Fact of(DisplayDevice display) {
        try {
            return CompletableFuture.supplyAsync(() -> scale(display), ui)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Fact.notRead("the toolkit did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Fact.notRead("the question was broken off");
        }
    }

    /** The screen whose corner, in device pixels, is that of the display. */
    private static Fact scale(DisplayDevice display) {
        return Screen.getScreens().stream()
                .filter(screen -> isAt(screen, display.place()))
                .findFirst()
                .map(screen -> Fact.of(String.format(Locale.ROOT, "%.2f", screen.getOutputScaleX())))
                .orElseGet(() -> Fact.notRead("the toolkit knows no screen there"));
    }

    private static boolean isAt(Screen screen, DisplayDevice.Place place) {
        Rectangle2D bounds = screen.getBounds();
        return Math.round(bounds.getMinX() * screen.getOutputScaleX()) == place.x()
                && Math.round(bounds.getMinY() * screen.getOutputScaleY()) == place.y();
    }
}
