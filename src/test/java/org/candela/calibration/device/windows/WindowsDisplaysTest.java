package org.candela.calibration.device.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.EdidBlocks;
import org.candela.calibration.device.MonitorControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Displays of Windows and the traps around their gamma ramps, behind a fake library. */
class WindowsDisplaysTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before all tests
    static Path directory;

    private final FakeWindows windows = FakeWindows.withTwoMonitors(directory);
    private final WindowsDisplays displays = WindowsDisplays.on(windows.api());

    @AfterEach
    void nothingIsLeftOpen() {
        displays.close();

        assertEquals(0, windows.script().fake_open_dcs(), "device contexts");
        assertEquals(0, windows.script().fake_open_sets(), "device information sets");
        assertEquals(0, windows.script().fake_open_keys(), "registry keys");
        assertEquals(0, windows.script().fake_wrong_frees(), "frees of what was not open");
    }

    // [utest->req~device.windows~1]
    @Test
    void displaysAreIdentifiedFromLeftToRightWithTheirPlaces() throws Exception {
        List<DisplayDevice> found = displays.displays();

        assertEquals(
                List.of(new Place(0, 0, 1536, 2048), new Place(1536, 0, 1536, 2048)),
                found.stream().map(DisplayDevice::place).toList());
        assertEquals(List.of(1001L, 1002L), serials(found));
        assertEquals(FakeWindows.FIRST, found.get(0).connector());
    }

    // [utest->req~device.windows~1]
    @Test
    void theOrderInWhichWindowsListsThingsSaysNothing() throws Exception {
        windows.script().fake_list_backwards();

        assertEquals(List.of(1001L, 1002L), serials(displays.displays()));
    }

    // [utest->req~device.windows~1]
    @Test
    void twoMonitorsOnOnePartOfTheDesktopAreNotIdentifiedAndGetNoTable() throws Exception {
        windows.addMonitor(0, "DISPLAY\\CDL0D1A\\5&1A2B3C&0&UID4399", 1, EdidBlocks.withSerial(1003));

        DisplayDevice doubled = displays.displays().get(0);

        assertTrue(doubled.edid().isEmpty());
        DeviceException refused =
                assertThrows(DeviceException.class, () -> displays.load(doubled, GammaRamp.identity(256)));
        assertEquals("device.verify-only", refused.code());
        List<MonitorControl> controls =
                WindowsMonitors.on(windows.api(), duration -> {}).monitors();
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.of(1002L)),
                controls.stream()
                        .map(control -> control.edid().map(Edid::serialNumber))
                        .toList());
        assertTrue(
                controls.get(0).channel().endsWith("1 of 2, not told apart"),
                controls.get(0).channel());
        controls.forEach(MonitorControl::close);
    }

    @Test
    void aMonitorThatIsOnlyRememberedIsNotTakenForTheOneThatShows() throws Exception {
        windows.addMonitor(0, "DISPLAY\\CDL0D1A\\5&1A2B3C&0&UID4399", 0, EdidBlocks.withSerial(1003));

        assertEquals(List.of(1001L, 1002L), serials(displays.displays()));
    }

    @Test
    void aBrokenEdidIsNoIdentity() throws Exception {
        byte[] broken = EdidBlocks.withSerial(1009);
        broken[12]++;
        windows.script().fake_swap_panel(0, FakeWindows.FIRST_PATH, broken, broken.length);

        assertTrue(displays.displays().get(0).edid().isEmpty());
    }

    @Test
    void theInstancePathIsTheInterfacePathWithoutItsEnds() {
        assertEquals(
                "DISPLAY\\GSM5B09\\5&1A2B&0&UID4352",
                Monitors.instance("\\\\?\\DISPLAY#GSM5B09#5&1a2b&0&UID4352#{e6f07b5f-ee97-4a90-b076-33f57bf4eaa7}"));
    }

    /** Trap: SetDeviceGammaRamp returns TRUE and does nothing for what its heuristic takes for an unreadable screen. */
    // [utest->req~device.windows~1]
    @Test
    void aRampTheHeuristicDropsIsToldWithTheRegistryValueThatLiftsIt() throws Exception {
        windows.script().fake_ramp_mode(0, FakeWindows.RAMP_HEURISTIC);
        DisplayDevice first = displays.displays().get(0);

        DeviceException told =
                assertThrows(DeviceException.class, () -> displays.load(first, GammaRamp.grey(new int[256])));

        assertEquals("device.not-applied", told.code());
        assertTrue(String.valueOf(told.getMessage()).contains("did not change the table"), told.getMessage());
        assertTrue(String.valueOf(told.getMessage()).contains("GdiIcmGammaRange = 256"), told.getMessage());
        assertTrue(String.valueOf(told.getMessage()).contains(": 384 of its 768 values"), told.getMessage());
        assertEquals(GammaRamp.identity(256), windows.ramp(0));
    }

    @Test
    void whereTheRegistryLiftsTheHeuristicTheSameRampIsLoaded() throws Exception {
        windows.script().fake_ramp_mode(0, FakeWindows.RAMP_HEURISTIC);
        windows.script().fake_gamma_range(256);
        DisplayDevice first = displays.displays().get(0);

        displays.load(first, GammaRamp.grey(new int[256]));

        assertEquals(GammaRamp.grey(new int[256]), windows.ramp(0));
    }

    /** Trap: TRUE, and nothing done, for a ramp that is no extreme. */
    // [utest->req~device.windows~1]
    @Test
    void aRampDroppedForNoReasonIsToldWithNightLightHdrAndLoaders() throws Exception {
        windows.script().fake_ramp_mode(0, FakeWindows.RAMP_IGNORE);
        DisplayDevice first = displays.displays().get(0);
        int[] outputs = new int[256];
        for (int i = 0; i < 256; i++) {
            outputs[i] = i * 250;
        }

        DeviceException told = assertThrows(DeviceException.class, () -> displays.load(first, GammaRamp.grey(outputs)));

        assertEquals("device.not-applied", told.code());
        assertTrue(String.valueOf(told.getMessage()).contains("HDR and night light"), told.getMessage());
        assertTrue(String.valueOf(told.getMessage()).contains("calibration loaders"), told.getMessage());
        assertFalse(String.valueOf(told.getMessage()).contains("GdiIcmGammaRange"), told.getMessage());
    }

    /** Trap: the ramp is global, and other programs overwrite it. */
    @Test
    void aRampThatAnotherProgramChangedMeanwhileIsToldWithHowMuch() throws Exception {
        windows.script().fake_ramp_mode(0, FakeWindows.RAMP_OTHER);
        DisplayDevice first = displays.displays().get(0);

        DeviceException told = assertThrows(DeviceException.class, () -> displays.load(first, GammaRamp.identity(256)));

        assertEquals("device.not-applied", told.code());
        assertTrue(
                String.valueOf(told.getMessage()).contains("1 of 768 values differ, by at most 300 of 65535"),
                told.getMessage());
    }

    /** Trap: gamma ramps are undefined under HDR. */
    // [utest->req~device.no-silent-ramp~1]
    @Test
    void underHdrNoRampIsLoaded() throws Exception {
        windows.script().fake_hdr(1, 1);
        DisplayDevice second = displays.displays().get(1);

        DeviceException refused =
                assertThrows(DeviceException.class, () -> displays.load(second, GammaRamp.grey(new int[256])));

        assertEquals("device.verify-only", refused.code());
        assertEquals(GammaRamp.identity(256), windows.ramp(1));
        displays.load(displays.displays().get(0), GammaRamp.grey(new int[256]));
    }

    // [utest->req~device.windows~1]
    @Test
    void aPanelThatTookTheCableOfAnotherGetsNotItsTable() throws Exception {
        DisplayDevice first = displays.displays().get(0);
        displays.load(first, GammaRamp.grey(new int[256]));
        byte[] other = EdidBlocks.withSerial(1077);
        windows.script().fake_swap_panel(0, "DISPLAY\\CDL0D1A\\5&1A2B3C&0&UID4400", other, other.length);

        assertEquals(
                "device.gone",
                assertThrows(DeviceException.class, () -> displays.load(first, GammaRamp.identity(256)))
                        .code());
        displays.close();
        assertEquals(GammaRamp.grey(new int[256]), windows.ramp(0));
    }

    @Test
    void anExchangedPanelIsAChange() throws Exception {
        displays.displays();
        assertFalse(displays.hasChanged());
        byte[] other = EdidBlocks.withSerial(1077);

        windows.script().fake_swap_panel(0, "DISPLAY\\CDL0D1A\\5&1A2B3C&0&UID4400", other, other.length);

        assertTrue(displays.hasChanged());
        assertFalse(displays.hasChanged());
    }

    @Test
    void onAnotherSystemThereIsNoDriver() {
        assertTrue(WindowsDisplays.open().isEmpty());
        assertTrue(WindowsMonitors.open().isEmpty());
    }

    private static List<Long> serials(List<DisplayDevice> found) {
        return found.stream()
                .map(display -> display.edid().map(Edid::serialNumber).orElse(0L))
                .toList();
    }
}
