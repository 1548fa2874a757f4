package org.candela.calibration.device.ddcutil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.VcpFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A driver over a fake libddcutil, and what holds after every test: nothing is left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before each test
abstract class DdcutilBench {
    static final Duration SETTLE = Duration.ofMillis(500);
    static final Duration LIMIT = Duration.ofSeconds(20);

    final int major;
    final String version;
    final List<Duration> rests = Collections.synchronizedList(new ArrayList<>());
    FakeDdcutil fake;
    DdcutilDriver driver;

    DdcutilBench(int major, String version) {
        this.major = major;
        this.version = version;
    }

    @BeforeAll
    void build(@TempDir Path directory) {
        fake = FakeDdcutil.build(directory, major);
    }

    @BeforeEach
    void start() {
        fake.reset(version);
        rests.clear();
        driver = open(LIMIT);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        driver.close();

        assertEquals(0, fake.ask("outstanding"), "memory and handles given back");
        assertEquals(0, fake.ask("odd_calls"), "calls that libddcutil does not allow");
    }

    DdcutilDriver open(Duration limit) {
        return DdcutilDriver.open(fake.path(), surroundings(limit)).orElseThrow();
    }

    DdcutilSurroundings surroundings(Duration limit) {
        return new DdcutilSurroundings(
                name -> Executors.newSingleThreadExecutor(task -> daemon(name, task)),
                rests::add,
                Path.of("/nowhere"),
                SETTLE,
                limit);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    MonitorControl only(int display) throws DeviceException {
        return driver.monitors().get(display);
    }

    static DeviceException refused(String code, Executable call) {
        DeviceException refused = assertThrows(DeviceException.class, call);
        assertEquals(code, refused.code(), refused.getMessage());
        return refused;
    }

    static boolean answers(MonitorControl monitor) {
        try {
            return monitor.read(VcpFeature.LUMINANCE).current() == 40;
        } catch (DeviceException e) {
            return false;
        }
    }

    static void awaitTrue(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within 20 s");
            Thread.onSpinWait();
        }
    }
}
