package org.candela.calibration.device.randr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.candela.VirtualDesk;
import org.candela.calibration.device.ScreenPower;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real X server whose screensaver comes after one second. */
class XScreenPowerTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final long MUCH_LONGER_THAN_THE_TIMEOUT_MILLIS = 3000;
    private static final String HOLDS = "HOLDS";

    private final Info info = Native.load("Xss", Info.class);
    private final X11 x11 = Native.load("X11", X11.class);

    @SuppressWarnings("NullAway.Init") // set before each test
    private Pointer display;

    @SuppressWarnings("NullAway.Init") // set before each test
    private XScreenPower power;

    /** The part of libXss that tells how long nothing happened. */
    interface Info extends Library {
        Pointer XScreenSaverAllocInfo();

        int XScreenSaverQueryInfo(Pointer display, NativeLong drawable, Pointer info);
    }

    @BeforeEach
    void aScreensaverAfterOneSecond() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        display = Objects.requireNonNull(x11.XOpenDisplay(name()));
        power = XScreenPower.open(name()).orElseThrow();
        xset("s", "1", "0");
        xset("s", "reset");
    }

    @AfterEach
    void noneAgain() throws Exception {
        if (VirtualDesk.ownDesk().isPresent()) {
            xset("s", "reset");
            xset("s", "off");
            power.close();
            x11.XCloseDisplay(display);
        }
    }

    // [utest->req~device.awake~1]
    @Test
    void theScreensaverStaysAwayWhileItIsHeldAndComesAfterwards() throws Exception {
        try (ScreenPower.Hold hold = power.keepAwake()) {
            until("much longer than the timeout", () -> idleMillis() > MUCH_LONGER_THAN_THE_TIMEOUT_MILLIS);
            assertFalse(isOn());
        }
        until("the screensaver", this::isOn);
    }

    // [utest->req~device.awake~1]
    @Test
    void aKilledProgramKeepsNoScreensaverAway() throws Exception {
        Process holding = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        name())
                .redirectErrorStream(true)
                .start();
        try (var said = holding.inputReader()) {
            assertTrue(said.lines().anyMatch(HOLDS::equals), "it ended early");
            xset("s", "reset");
            until("much longer than the timeout", () -> idleMillis() > MUCH_LONGER_THAN_THE_TIMEOUT_MILLIS);
            assertFalse(isOn());

            holding.toHandle().destroyForcibly();
            assertTrue(holding.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } finally {
            holding.destroyForcibly();
        }
        until("the screensaver", this::isOn);
    }

    // [utest->req~device.awake~1]
    @Test
    void anAwakeScreenIsNotAsleepAndNoServerIsNoPower() {
        assertFalse(power.isAsleep());
        assertTrue(XScreenPower.open(":987").isEmpty());
        power.close();
        assertFalse(power.isAsleep(), "closed");
    }

    /** A process that holds until it is killed. */
    static final class Holding {
        private Holding() {}

        public static void main(String[] args) throws Exception {
            ScreenPower.Hold hold = XScreenPower.open(args[0]).orElseThrow().keepAwake();
            System.out.println(HOLDS);
            System.out.flush();
            new CountDownLatch(1).await();
            hold.close();
        }
    }

    private boolean isOn() {
        return query().getInt(8) == 1;
    }

    private long idleMillis() {
        return query().getLong(24);
    }

    /** XScreenSaverInfo: window, state, kind, til or since, idle. */
    private Pointer query() {
        Pointer found = info.XScreenSaverAllocInfo();
        info.XScreenSaverQueryInfo(display, x11.XDefaultRootWindow(display), found);
        return found;
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "no " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void xset(String... words) throws Exception {
        String[] command = new String[words.length + 3];
        command[0] = "xset";
        command[1] = "-display";
        command[2] = name();
        System.arraycopy(words, 0, command, 3, words.length);
        Process xset = new ProcessBuilder(command).inheritIO().start();
        assertTrue(xset.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "xset");
        assertEquals(0, xset.exitValue());
    }

    private static String name() {
        return VirtualDesk.ownDesk().orElseThrow();
    }
}
