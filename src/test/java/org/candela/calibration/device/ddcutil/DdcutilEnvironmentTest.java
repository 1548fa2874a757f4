package org.candela.calibration.device.ddcutil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.candela.calibration.device.FakeLibrary;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around the library: buses, a library that is missing, the one of the distribution. */
@SuppressWarnings("NullAway.Init") // set before each test
class DdcutilEnvironmentTest {
    @TempDir
    Path directory;

    private DdcutilSurroundings surroundings() {
        return new DdcutilSurroundings(
                name -> Executors.newSingleThreadExecutor(),
                time -> {},
                directory,
                Duration.ZERO,
                Duration.ofSeconds(20));
    }

    @Test
    void withoutTheKernelModuleItIsSaidWhichOneToLoad() throws Exception {
        assertTrue(I2cBuses.advice(directory).orElseThrow().contains("modprobe i2c-dev"));

        Files.createFile(directory.resolve("i2c-3"));

        assertEquals(Optional.empty(), I2cBuses.advice(directory));
    }

    @Test
    void busesThatMayNotBeOpenedAreSaidToNeedTheGroup() {
        List<Path> buses = List.of(Path.of("/dev/i2c-0"), Path.of("/dev/i2c-1"));

        assertTrue(I2cBuses.advice(buses, bus -> false).orElseThrow().contains("group i2c"));
        assertEquals(Optional.empty(), I2cBuses.advice(buses, bus -> bus.endsWith("i2c-1")));
    }

    @Test
    void aLibraryThatIsMissingIsNoDriver() {
        assertThrows(
                UnsatisfiedLinkError.class,
                () -> DdcutilDriver.open(directory.resolve("libddcutil.so.9").toString(), surroundings()));
    }

    /** ddcutil #330: its threads would run on in code that is gone. */
    @Test
    void theLibraryIsNeverUnloaded() throws Exception {
        FakeDdcutil fake = FakeDdcutil.build(directory, 1);
        DdcutilDriver.open(fake.path(), surroundings()).orElseThrow().close();
        fake.close();
        NativeLibrary.getInstance(fake.path(), java.util.Map.of("open-flags", 0x1002))
                .close();

        assertTrue(Files.readString(Path.of("/proc/self/maps")).contains(fake.path()));
    }

    @Test
    void theLibraryOfTheDistributionIsLoadedByItsVersionAndEndsNothing() throws Exception {
        Optional<String> installed = List.of("libddcutil.so.5", "libddcutil.so.4").stream()
                .filter(name -> Files.exists(Path.of("/usr/lib/x86_64-linux-gnu", name)))
                .findFirst();
        Assumptions.assumeTrue(installed.isPresent(), "no libddcutil here (package libddcutil4 or libddcutil5)");

        try (DdcutilDriver driver = DdcutilDriver.open(surroundings()).orElseThrow()) {
            assertTrue(driver.name().matches("ddcutil [12]\\.\\d+.*"), driver.name());
            // Where there are monitors each is known by an EDID that agrees with its record.
            assertTrue(driver.monitors().stream()
                    .allMatch(monitor -> monitor.edid().isPresent()));
            driver.redetect();
        }
    }

    /** The numbers of this room against the header of the distribution: a wrong one does not compile. */
    // [utest->req~device.ddcutil.layout~1]
    @Test
    void theLayoutIsThatOfTheHeaderOfTheDistribution() {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/include/ddcutil_types.h")), "no header (package libddcutil-dev)");

        Path built = FakeLibrary.build(directory, "ddcutil/header_probe.c", "libprobe.so");

        try (NativeLibrary probe = NativeLibrary.getInstance(built.toString())) {
            String version = probe.getFunction("probe_version").invokeString(new Object[0], false);
            DisplayLayout layout = DisplayLayout.of(version).orElseThrow();
            assertEquals(DisplayLayout.SIZE, probed(probe, "size"));
            assertEquals(DisplayLayout.IO_MODE, probed(probe, "path"));
            assertEquals(DisplayLayout.BUS, probed(probe, "bus"));
            assertEquals(layout.manufacturer(), probed(probe, "mfg_id"));
            assertEquals(layout.model(), probed(probe, "model_name"));
            assertEquals(layout.product(), probed(probe, "product_code"));
            assertEquals(layout.edid(), probed(probe, "edid_bytes"));
            assertEquals(DisplayLayout.REFERENCE, probed(probe, "dref"));
            assertEquals(DisplayLayout.FIRST_RECORD, probed(probe, "first_record"));
        }
    }

    private static int probed(NativeLibrary probe, String what) {
        return probe.getFunction("probe_" + what).invokeInt(new Object[0]);
    }
}
