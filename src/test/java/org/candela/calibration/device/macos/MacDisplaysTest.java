package org.candela.calibration.device.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.EdidBlocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Displays of macOS and the traps around their tables, behind a fake library. */
class MacDisplaysTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before all tests
    static Path directory;

    private final FakeMac mac = FakeMac.withTwoMonitors(directory);
    private final MacDisplays displays = MacDisplays.on(mac.api());

    @AfterEach
    void everyObjectIsReleasedOnce() {
        displays.close();

        assertEquals(0, mac.script().fake_live_objects(), "objects of CoreFoundation and CoreGraphics");
        assertEquals(0, mac.script().fake_live_io(), "objects of IOKit");
        assertEquals(0, mac.script().fake_wrong_releases(), "releases of what was not held");
    }

    /** CGRect comes by value, as four doubles; the list comes from right to left. */
    // [utest->req~device.macos~1]
    @Test
    void displaysAreIdentifiedFromLeftToRightWithTheirPixels() throws Exception {
        List<DisplayDevice> found = displays.displays();

        assertEquals(
                List.of(new Place(0, 0, 2048, 3072), new Place(1024, 0, 1920, 1080)),
                found.stream().map(DisplayDevice::place).toList());
        assertEquals(
                List.of("display 7", "display 2147483651"),
                found.stream().map(DisplayDevice::connector).toList());
        assertEquals(List.of(1001L, 1002L), serials(found));
    }

    // [utest->req~device.macos~1]
    @Test
    void twoPanelsOfOneModelWithoutASerialAreNotToldApart() throws Exception {
        mac.script().fake_add_display(2, 8, 3000, 0, 800, 600, 1, 0);
        mac.script().fake_add_display(3, 9, 3800, 0, 800, 600, 1, 0);
        mac.addMonitor(2, 1, EdidBlocks.withSerial(0));
        mac.addMonitor(3, 1, EdidBlocks.withSerial(0));

        List<DisplayDevice> found = displays.displays();

        assertEquals(List.of(1001L, 1002L), serials(found.subList(0, 2)));
        assertTrue(found.get(2).edid().isEmpty());
        assertTrue(found.get(3).edid().isEmpty());
    }

    /** The other of the two is in standby and says nothing. */
    // [utest->req~device.macos~1]
    @Test
    void oneEdidThatFitsTwoDisplaysIsGivenToNeither() throws Exception {
        mac.script().fake_add_display(2, 8, 3000, 0, 800, 600, 1, 0);
        mac.script().fake_add_display(3, 9, 3800, 0, 800, 600, 1, 0);
        mac.addMonitor(2, 1, EdidBlocks.withSerial(0));

        List<DisplayDevice> found = displays.displays();

        assertTrue(found.get(2).edid().isEmpty());
        assertTrue(found.get(3).edid().isEmpty());
    }

    @Test
    void anEdidThatFitsNoDisplayIsGivenToNone() throws Exception {
        mac.addMonitor(1, 1, EdidBlocks.withSerial(1055));

        assertTrue(displays.displays().get(0).edid().isEmpty());
    }

    @Test
    void onAnIntelMacTheEdidComesFromTheRegistryAndNoMonitorCanBeSet() throws Exception {
        FakeMac intel = FakeMac.in(directory, "libintel.so", "-DINTEL");
        intel.script().fake_add_display(0, 5, 0, 0, 1920, 1080, 1, 1003);
        byte[] edid = EdidBlocks.withSerial(1003);
        intel.script().fake_add_intel(2, edid, edid.length);

        try (MacDisplays there = MacDisplays.on(intel.api())) {
            assertEquals(List.of(1003L), serials(there.displays()));
        }
        assertTrue(MacMonitors.on(intel.api(), duration -> {}).monitors().isEmpty());
        assertEquals(0, intel.script().fake_live_objects() + intel.script().fake_live_io());
    }

    /** The rule of {@link TransferTable}, for every value there is. */
    // [utest->req~device.macos~1]
    @Test
    void eachOfTheSixteenBitValuesSurvivesAsAFloat() {
        for (int value = 0; value <= 65535; value++) {
            assertEquals(value, TransferTable.toInt(TransferTable.toFloat(value)));
        }
        assertEquals(0f, TransferTable.toFloat(0));
        assertEquals(1f, TransferTable.toFloat(65535));
    }

    /** Trap: a table kept in fewer bits reads back as another one. */
    // [utest->req~device.macos~1]
    @Test
    void aTableKeptInEightBitsIsNotTheOneThatWasLoaded() throws Exception {
        mac.script().fake_table_mode(0, FakeMac.TABLE_EIGHT_BITS);
        DisplayDevice left = displays.displays().get(0);

        DeviceException told =
                assertThrows(DeviceException.class, () -> displays.load(left, GammaRamp.identity(FakeMac.ENTRIES)));

        assertEquals("device.not-applied", told.code());
        assertTrue(String.valueOf(told.getMessage()).contains("another table is there"), told.getMessage());
        mac.script().fake_table_mode(0, 0);
    }

    @Test
    void aTableThatIsNoNumberIsGarbledAndNeverKept() throws Exception {
        DisplayDevice left = displays.displays().get(0);
        mac.script().fake_table_mode(0, FakeMac.TABLE_NOT_A_NUMBER);

        assertEquals(
                "device.garbled",
                assertThrows(DeviceException.class, () -> displays.load(left, GammaRamp.identity(FakeMac.ENTRIES)))
                        .code());
    }

    @Test
    void aDisplayWithoutATableIsTold() throws Exception {
        mac.script().fake_capacity(0, 0);
        DisplayDevice left = displays.displays().get(0);

        assertEquals(
                "device.no-ramp",
                assertThrows(DeviceException.class, () -> displays.size(left)).code());
    }

    @Test
    void whileItIsMirroredNoTableIsLoaded() throws Exception {
        mac.script().fake_mirror(0);
        DisplayDevice left = displays.displays().get(0);

        assertEquals(
                "device.verify-only",
                assertThrows(DeviceException.class, () -> displays.load(left, GammaRamp.identity(FakeMac.ENTRIES)))
                        .code());
    }

    // [utest->req~device.macos~1]
    @Test
    void whereATableDoesNotComeBackThoseOfTheProfilesAreLoaded() throws Exception {
        DisplayDevice left = displays.displays().get(0);
        displays.load(left, GammaRamp.grey(new int[FakeMac.ENTRIES]));
        mac.script().fake_table_mode(0, FakeMac.TABLE_REFUSE);

        displays.close();

        assertEquals(1, mac.script().fake_restored());
        assertEquals(GammaRamp.identity(FakeMac.ENTRIES), mac.table(0), "of its profile");
    }

    /** Trap: macOS loads the table of a profile whenever one is chosen, and says nothing. */
    // [utest->req~device.macos~1]
    @Test
    void aTableThatAProfileReplacedReadsBackAsAnother() throws Exception {
        DisplayDevice left = displays.displays().get(0);
        GammaRamp loaded = GammaRamp.grey(new int[FakeMac.ENTRIES]);
        displays.load(left, loaded);
        assertEquals(loaded, displays.read(left));

        mac.api().graphics().CGDisplayRestoreColorSyncSettings();

        assertEquals(GammaRamp.identity(FakeMac.ENTRIES), displays.read(left));
    }

    @Test
    void whereEachTableComesBackTheProfilesAreLeftAlone() throws Exception {
        displays.load(displays.displays().get(0), GammaRamp.grey(new int[FakeMac.ENTRIES]));

        displays.close();

        assertEquals(0, mac.script().fake_restored());
    }

    @Test
    void aDisplayThatCameIsAChange() throws Exception {
        displays.displays();
        assertFalse(displays.hasChanged());

        mac.script().fake_add_display(2, 8, 3000, 0, 800, 600, 1, 5);

        assertTrue(displays.hasChanged());
        assertFalse(displays.hasChanged());
    }

    @Test
    void onAnotherSystemThereIsNoDriver() {
        assertTrue(MacDisplays.open().isEmpty());
        assertTrue(MacMonitors.open().isEmpty());
    }

    private static List<Long> serials(List<DisplayDevice> found) {
        return found.stream()
                .map(display -> display.edid().map(Edid::serialNumber).orElse(0L))
                .toList();
    }
}
