package org.candela;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import javafx.stage.Stage;

/**
 * Gives a window of this process the keyboard. It is asked for as programs do; where the X server refuses, since a request is
 * of a time before the last one of another program, it is given as a window manager would, which the desk of the tests has not.
 */
public final class DeskKeyboard {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TIMES = 10;

    private DeskKeyboard() {}

    /** Returns when it is there; fails after some seconds. Not for the FX thread. */
    public static void turnTo(Stage window) {
        Fx.run(window::requestFocus);
        for (int times = 0; ; times++) {
            try {
                Fx.until("the keyboard", PATIENCE, window::isFocused);
                return;
            } catch (AssertionError refused) {
                if (times == TIMES) {
                    throw refused;
                }
                give(window, refused); // again: a window that came up meanwhile may have taken it
            }
        }
    }

    static void give(Stage window, AssertionError refused) {
        List<String> command = new ArrayList<>();
        command.add(Path.of("scripts/desk/give-keyboard").toAbsolutePath().toString());
        command.add(Long.toString(ProcessHandle.current().pid()));
        Fx.run(() -> DoubleStream.of(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .mapToObj(length -> Long.toString(Math.round(length)))
                .forEach(command::add));
        try {
            ProcessBuilder giving = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            giving.environment().put("DISPLAY", VirtualDesk.display().orElse(System.getenv("DISPLAY")));
            Process given = giving.start();
            if (!given.waitFor(10, TimeUnit.SECONDS) || given.exitValue() != 0) {
                given.destroyForcibly();
                throw refused;
            }
        } catch (IOException e) {
            refused.addSuppressed(e);
            throw refused;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused;
        }
    }
}
