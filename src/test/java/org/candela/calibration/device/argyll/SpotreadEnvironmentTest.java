package org.candela.calibration.device.argyll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.candela.calibration.device.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What spotread takes from the environment: corrections that no record states, keys of locked meters. */
class SpotreadEnvironmentTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path folder;

    /** An i1 Display of another maker has a key of its own; the fatal error that follows does not say so. */
    // [utest->req~device.spotread-environment~1]
    @Test
    void theTrapOfALockedMeterOfAnotherMakerIsToldWithItsKey() throws Exception {
        Spotread spotread = new FakeSpotread(folder)
                .saying("echo 'i1d3: Unknown lock code. Please contact ArgyllCMS for help' >&2\nsleep 0.1\n"
                        + "echo \"Instrument initialisation failed with 'Unknown Model' (x)!\"\nexit 1");

        DeviceException refusal = assertThrows(
                DeviceException.class,
                () -> ArgyllPhotometer.open(spotread, FakeSpotread.INSTRUMENT, ArgyllPhotometer.Use.CONTACT));

        assertEquals("device.locked", refusal.code());
        assertTrue(refusal.toString().contains("I1D3_ESCAPE"), refusal.getMessage());
    }

    // [utest->req~device.spotread-environment~1]
    @Test
    void theTrapOfACorrectionFromTheShellIsTakenAwayAndAKeyIsLeft() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "ARGYLL_COLMTER_COR_MATRIX", "/home/other/wide-gamut.ccmx",
                "ARGYLL_COLMTER_CAL_SPEC_SET", "/home/other/oled.ccss",
                "I1D3_ESCAPE", "key",
                "LC_ALL", "de_AT.UTF-8",
                "PATH", "/usr/bin"));

        SpotreadProcess.makePlain(environment);

        assertEquals(
                Map.of("I1D3_ESCAPE", "key", "LC_ALL", "C", "ARGYLL_NOT_INTERACTIVE", "1", "PATH", "/usr/bin"),
                environment);
    }
}
