package org.candela.calibration.device.argyll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.OpenMeter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fakes are shell scripts")
@Timeout(60)
class ArgyllMetersTest {
    @TempDir
    private Path folder;

    @AfterEach
    void noChildStays() throws IOException {
        assertEquals(List.of(), fake().alive());
    }

    // [utest->req~device.spotread-list~1]
    @Test
    void portsAreListedWithoutAskingWhatIsThere() throws Exception {
        Spotread spotread = fake().saying("echo \"$@\" > $F/command\n"
                + "printf 'Measure spot values, Version 2.3.1\\n -c listno\\n' >&2\n"
                + "printf \"    1 = 'usb:/bus1/dev4 (X-Rite i1 DisplayPro, ColorMunki Display)'\\n\" >&2\nexit 1");

        assertEquals(List.of(FakeSpotread.INSTRUMENT), spotread.instruments(new Cancellation()));
        assertEquals("2.3.1", spotread.version(new Cancellation()));
        assertEquals(List.of("-?"), fake().lines("command"));
    }

    @Test
    void aShelfListsWhatTheUsageNamesAndOpensItByItsPort() throws Exception {
        Spotread spotread = fake().saying("if [ \"$1\" = -? ]; then\n"
                + "printf 'Measure spot values, Version 2.3.1\\n' >&2\n"
                + "printf \"    1 = '/dev/ttyS0'\\n    2 = 'usb:/bus1/dev4 (X-Rite i1 DisplayPro)'\\n\" >&2\nexit 1\nfi\n"
                + "echo \"$@\" > $F/command\n" + FakeSpotread.READY + FakeSpotread.LIGHT);
        ArgyllMeters meters = ArgyllMeters.by(spotread);
        AttachedMeter meter = AttachedMeter.meter("argyll", "usb:/bus1/dev4", "X-Rite", "i1 DisplayPro");

        assertEquals(List.of(meter), meters.attached(new Cancellation()));
        try (OpenMeter open = meters.open(meter, new Cancellation())) {
            assertEquals(new Luminance(100.25), open.read());
        }
        assertTrue(fake().lines("command").get(0).endsWith("-c 2"), "by its number of now");
    }

    @Test
    void whereItIsNotInstalledTheShelfSaysWhatToInstall() {
        DeviceException refusal = refused(() -> ArgyllMeters.missing().attached(new Cancellation()));

        assertEquals("device.missing", refusal.code());
        assertTrue(refusal.toString().contains("apt-get install argyll"), refusal.getMessage());
    }

    @Test
    void anotherProgramOfThatNameIsRefused() throws Exception {
        Spotread spotread = fake().saying("echo hello");

        assertEquals(
                "device.garbage",
                refused(() -> spotread.instruments(new Cancellation())).code());
    }

    @Test
    void theTrapOfTheOptionsThatHangIsEnded() throws Exception {
        Spotread spotread = fake().hasty("printf 'Measure spot values, Version 2.3.1\\n' >&2\nsleep 1000\n");

        assertEquals(
                "device.timeout",
                refused(() -> spotread.instruments(new Cancellation())).code());
    }

    private FakeSpotread fake() {
        return new FakeSpotread(folder);
    }

    private static DeviceException refused(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(DeviceException.class, work);
    }
}
