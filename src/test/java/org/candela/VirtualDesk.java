package org.candela;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives the tests a desk of three monitors where there is no screen, and leaves a screen that is there alone.
 *
 * <p>DISPLAY is set by {@code setenv} inside this process, before GTK is loaded. The desk is never closed from here: GTK
 * ends a process whose display goes away, and the test run would fail after its last test. It follows this process out.
 */
public final class VirtualDesk implements LauncherSessionListener {
    private static final String DISPLAY = "candela.test.display";
    private static final String ABSENCE = "candela.test.noDisplay";
    private static final String OWN = "candela.test.ownDesk";

    /** The part of the C library that the desk needs. */
    interface Environment extends Library {
        int setenv(String name, String value, int overwrite);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String given = System.getenv("DISPLAY");
        if (given != null && !given.isBlank()) {
            System.setProperty(DISPLAY, given);
        } else if (!Platform.isLinux()) {
            System.setProperty(DISPLAY, "native");
        } else {
            start();
        }
    }

    /** The display the tests may use; empty when there is none, for the reason {@link #absence()}. */
    public static Optional<String> display() {
        return Optional.ofNullable(System.getProperty(DISPLAY));
    }

    /** The display, when it is the three-headed desk that the tests started for themselves. */
    public static Optional<String> ownDesk() {
        return Boolean.getBoolean(OWN) ? display() : Optional.empty();
    }

    /** Why there is no display. */
    public static String absence() {
        return System.getProperty(ABSENCE, "the tests run on the screen of this machine");
    }

    private static void start() {
        try {
            Process desk = new ProcessBuilder(
                            Path.of("scripts/virtual-desk").toAbsolutePath().toString(),
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
            String said = new String(desk.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            String complaint = new String(desk.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (desk.waitFor(10, TimeUnit.SECONDS) && desk.exitValue() == 0) {
                adopt(said);
            } else {
                System.setProperty(ABSENCE, complaint);
            }
        } catch (IOException e) {
            System.setProperty(ABSENCE, "scripts/virtual-desk did not run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void adopt(String display) {
        Native.load("c", Environment.class).setenv("DISPLAY", display, 1);
        System.setProperty(DISPLAY, display);
        System.setProperty(OWN, "true");
    }
}
