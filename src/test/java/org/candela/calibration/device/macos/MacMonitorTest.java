package org.candela.calibration.device.macos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.EdidBlocks;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorControlContract;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DDC/CI over IOAVService behind a fake library, whose monitor hears only messages with a right checksum. */
class MacMonitorTest extends MonitorControlContract {
    private static final int NOT_RESPONDING = 0xE00002ED;
    private static final int UNSUPPORTED = 0xE00002C7;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before all tests
    static Path directory;

    private final FakeMac mac = FakeMac.withTwoMonitors(directory);
    private final List<MonitorControl> controls =
            MacMonitors.on(mac.api(), duration -> {}).monitors();

    @AfterEach
    void everyObjectIsReleasedOnce() {
        controls.forEach(MonitorControl::close);

        assertTrue(mac.script().fake_made_objects() > 8);
        assertEquals(
                0,
                mac.script().fake_live_objects(),
                "objects of CoreFoundation, the first of kind " + mac.script().fake_first_live());
        assertEquals(0, mac.script().fake_live_io(), "objects of IOKit");
        assertEquals(0, mac.script().fake_wrong_releases(), "releases of what was not held");
    }

    @Override
    protected Bench bench() {
        return new Bench() {
            @Override
            public MonitorControl control() {
                return controls.get(0);
            }

            @Override
            public int held() {
                return mac.script().fake_held(0, VcpFeature.LUMINANCE.code());
            }

            @Override
            public void ignoreSets() {
                mac.script().fake_mode(0, FakeMac.IGNORE);
            }

            @Override
            public void takeSetsBack() {
                mac.script().fake_mode(0, FakeMac.TAKE_BACK);
            }

            @Override
            public void beSlow() {
                mac.script().fake_mode(0, FakeMac.SLOW);
            }

            @Override
            public void unplug() {
                mac.script().fake_unplug(0);
            }
        };
    }

    // [utest->req~device.macos~1]
    @Test
    void monitorsAreKnownByTheEdidOfTheirOwnWire() {
        assertEquals(
                List.of(Optional.of(1002L), Optional.of(1001L)),
                controls.stream()
                        .map(control -> control.edid().map(Edid::serialNumber))
                        .toList());
        assertEquals("IOAVService 1 TEST DIAG", controls.get(0).channel());
    }

    /**
     * Traps: a question written once is answered by the reply before; the length byte of a reply is overwritten by the
     * offset; a monitor answers at offset 0 alone; a reply now and then is broken.
     */
    // [utest->req~device.macos~1]
    @ParameterizedTest
    @ValueSource(ints = {FakeMac.NEEDS_TWO, FakeMac.LENGTH_LOST, FakeMac.OFFSET_ZERO, FakeMac.FLAKY})
    void theHabitsOfRealMonitorsAreLivedWith(int habit) throws Exception {
        controls.get(0).read(VcpFeature.LUMINANCE);
        mac.script().fake_mode(0, habit);

        controls.get(0).set(VcpFeature.LUMINANCE, 70);

        assertEquals(new VcpValue(70, 100), controls.get(0).read(VcpFeature.LUMINANCE));
        assertEquals(70, mac.script().fake_held(0, VcpFeature.LUMINANCE.code()));
    }

    /** Trap: the built-in HDMI port of an M1 takes every message, and gives zeros or null messages. */
    // [utest->req~device.macos~1]
    @ParameterizedTest
    @ValueSource(ints = {FakeMac.SILENT, FakeMac.NULLS})
    void silenceIsToldWithThePortThatPassesNothing(int kind) {
        mac.script().fake_mode(0, kind);

        DeviceException told =
                assertThrows(DeviceException.class, () -> controls.get(0).read(VcpFeature.LUMINANCE));

        assertTrue(List.of("device.garbled", "device.no-answer").contains(told.code()), told.code());
        assertTrue(String.valueOf(told.getMessage()).contains("built-in HDMI port of M1"), told.getMessage());
        assertTrue(String.valueOf(told.getMessage()).contains("use USB-C"), told.getMessage());
    }

    @Test
    void aWireThatFailsIsTriedAgainAndThenTold() throws Exception {
        mac.script().fake_fail(0, NOT_RESPONDING, 4);
        assertEquals(new VcpValue(50, 100), controls.get(0).read(VcpFeature.LUMINANCE));

        mac.script().fake_fail(0, NOT_RESPONDING, 1000);
        DeviceException told =
                assertThrows(DeviceException.class, () -> controls.get(0).read(VcpFeature.LUMINANCE));
        mac.script().fake_fail(0, NOT_RESPONDING, 0);

        assertEquals("device.no-answer", told.code());
        assertTrue(String.valueOf(told.getMessage()).contains("0xE00002ED"), told.getMessage());
    }

    @Test
    void aPortThatCannotIsToldAtOnce() {
        mac.script().fake_fail(0, UNSUPPORTED, 1);

        assertEquals(
                "device.unsupported",
                assertThrows(DeviceException.class, () -> controls.get(0).read(VcpFeature.LUMINANCE))
                        .code());
    }

    @Test
    void tablesAreReadAndSetInParts() throws Exception {
        byte[] table = new byte[100];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (i * 7);
        }

        assertArrayEquals(
                new byte[] {1, 0, 1, 0, 1, 0, 10, 10, 10}, controls.get(0).readTable(VcpFeature.LUT_SIZE));
        controls.get(0).setTable(VcpFeature.BLOCK_LUT, table);

        assertArrayEquals(table, controls.get(0).readTable(VcpFeature.BLOCK_LUT));
    }

    @Test
    void capabilitiesComeInPartsAndWhole() throws Exception {
        String text = controls.get(0).capabilities();

        assertTrue(text.startsWith("(prot(monitor)type(LCD)"), text);
        assertTrue(text.endsWith("mccs_ver(2.2))"), text);
    }

    @Test
    void aPanelWithinTheMacIsNoMonitorToSet() {
        mac.addMonitor(2, 0, EdidBlocks.withSerial(3));

        List<MonitorControl> again = MacMonitors.on(mac.api(), duration -> {}).monitors();

        assertEquals(2, again.size());
        again.forEach(MonitorControl::close);
    }

    @Test
    void aMonitorInStandbyIsReachedWithoutAName() {
        mac.addMonitor(2, 1, new byte[0]);

        List<MonitorControl> again = MacMonitors.on(mac.api(), duration -> {}).monitors();

        assertTrue(again.get(2).edid().isEmpty());
        assertEquals("IOAVService 3 not identified", again.get(2).channel());
        again.forEach(MonitorControl::close);
    }
}
