package org.candela.calibration.device.argyll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.calibration.device.DeviceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real spotread of Debian's argyll, on a machine without meters. */
@Timeout(60)
class InstalledSpotreadTest {
    private static final Path PROGRAM = Path.of("/usr/bin/spotread");
    private static final Path USB = Path.of("/dev/bus/usb");
    private static final Spotread.Limits LIMITS =
            new Spotread.Limits(Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofSeconds(1), 0);
    private static final ArgyllInstrument FIRST = new ArgyllInstrument(1, "", "");

    @TempDir
    private Path folder;

    @BeforeEach
    void isInstalled() {
        assumeTrue(Files.isExecutable(PROGRAM), "Debian's argyll is not installed");
    }

    // [utest->req~device.spotread-limits~1]
    @Test
    void theTrapOfAMachineWithoutUsbIsSprungAndEndsInTime() throws Exception {
        assumeTrue(!Files.exists(USB), "this machine has USB devices");
        Spotread unguarded = new Spotread(
                PROGRAM,
                Optional.empty(),
                new Spotread.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1), 0));

        DeviceException refusal = assertThrows(DeviceException.class, () -> unguarded.instruments(new Cancellation()));

        assertEquals("device.timeout", refusal.code());
        assertTrue(
                ProcessHandle.current().descendants().noneMatch(child -> child.info()
                        .command()
                        .map(command -> command.endsWith("spotread"))
                        .orElse(false)),
                "spotread is still running");
    }

    // [utest->req~device.spotread-list~1]
    @Test
    void withoutAMeterItListsNothingAndSaysThatThereIsNone() throws Exception {
        Spotread spotread = withUsb();

        assertEquals("2.3.1", spotread.version(new Cancellation()));
        assertEquals(List.of(), spotread.instruments(new Cancellation()));
        DeviceException refusal = assertThrows(
                DeviceException.class, () -> ArgyllPhotometer.open(spotread, FIRST, ArgyllPhotometer.Use.CONTACT));
        assertEquals("device.gone", refusal.code());
        assertTrue(refusal.toString().contains("No instrument at port 1"), refusal.getMessage());
    }

    /** The program as it is where there are USB devices, else in a view of the machine that has an empty folder of them. */
    private Spotread withUsb() throws Exception {
        if (Files.isDirectory(USB)) {
            return new Spotread(PROGRAM, Optional.of(USB), LIMITS);
        }
        Path wrapper = folder.resolve("spotread");
        Files.writeString(wrapper, """
                #!/bin/sh
                exec unshare -m sh -c 'mount -t tmpfs none /mnt && mkdir -p /mnt/bus/usb && mknod /mnt/null c 1 3 &&
                mknod /mnt/urandom c 1 9 && mount --bind /mnt /dev && exec /usr/bin/spotread "$@"' spotread "$@"
                """);
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
        Process trial = new ProcessBuilder("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt").start();
        assumeTrue(trial.waitFor(5, TimeUnit.SECONDS) && trial.exitValue() == 0, "may not make a view of its own");
        return new Spotread(wrapper, Optional.empty(), LIMITS);
    }
}
