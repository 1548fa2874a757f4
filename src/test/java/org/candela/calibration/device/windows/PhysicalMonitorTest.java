package org.candela.calibration.device.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorControlContract;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dxva2 behind a fake library. */
class PhysicalMonitorTest extends MonitorControlContract {
    private static final int TRANSMITTING = 0xC0262582;
    private static final int CHECKSUM = 0xC026258B;
    private static final int ACCESS_DENIED = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before all tests
    static Path directory;

    private final FakeWindows windows = FakeWindows.withTwoMonitors(directory);

    @Override
    protected Bench bench() throws Exception {
        MonitorControl second = controls().get(1);
        return new Bench() {
            @Override
            public MonitorControl control() {
                return second;
            }

            @Override
            public int held() {
                return windows.script().fake_held(1, VcpFeature.LUMINANCE.code());
            }

            @Override
            public void ignoreSets() {
                windows.script().fake_set_mode(1, FakeWindows.IGNORE);
            }

            @Override
            public void takeSetsBack() {
                windows.script().fake_set_mode(1, FakeWindows.TAKE_BACK);
            }

            @Override
            public void beSlow() {
                windows.script().fake_set_mode(1, FakeWindows.SLOW);
            }

            @Override
            public void unplug() {
                windows.script().fake_unplug(1);
            }
        };
    }

    // [utest->req~device.windows~1]
    @Test
    void eachHandleIsDestroyedOnce() throws Exception {
        List<MonitorControl> controls = controls();
        int opened = windows.script().fake_opened_monitors();

        controls.forEach(MonitorControl::close);
        controls.forEach(MonitorControl::close);

        assertEquals(2 + 2, opened); // two of the contract's bench
        assertEquals(2, windows.script().fake_open_monitors());
        assertEquals(0, windows.script().fake_wrong_frees());
    }

    // [utest->req~device.windows~1]
    @Test
    void aWireThatFailsAndABrokenReplyAreTriedAgain() throws Exception {
        MonitorControl first = controls().get(0);

        windows.script().fake_fail(0, TRANSMITTING, 2);
        assertEquals(new VcpValue(50, 100), first.read(VcpFeature.LUMINANCE));
        windows.script().fake_fail(0, CHECKSUM, 3);
        assertEquals(new VcpValue(50, 100), first.read(VcpFeature.LUMINANCE));
    }

    // [utest->req~device.windows~1]
    @Test
    void whatFailsForGoodIsToldWithTheErrorOfWindows() throws Exception {
        MonitorControl first = controls().get(0);

        windows.script().fake_fail(0, TRANSMITTING, 100);
        DeviceException wire = assertThrows(DeviceException.class, () -> first.read(VcpFeature.LUMINANCE));
        windows.script().fake_fail(0, ACCESS_DENIED, 1);
        DeviceException denied = assertThrows(DeviceException.class, () -> first.read(VcpFeature.LUMINANCE));

        assertEquals("device.no-answer", wire.code());
        assertEquals(
                "dxva2 \\\\.\\DISPLAY1 Generic PnP Monitor: reading LUMINANCE: the wire failed (0xC0262582)",
                wire.getMessage());
        assertEquals("device.windows-error", denied.code());
        assertEquals(
                "dxva2 \\\\.\\DISPLAY1 Generic PnP Monitor: reading LUMINANCE failed: 0x00000005", denied.getMessage());
    }

    @Test
    void aValueOfMoreThanSixteenBitsIsGarbled() throws Exception {
        windows.script().fake_value(0, VcpFeature.LUMINANCE.code(), 0x10000, 100);
        MonitorControl first = controls().get(0);

        assertEquals(
                "device.garbled",
                assertThrows(DeviceException.class, () -> first.read(VcpFeature.LUMINANCE))
                        .code());
    }

    @Test
    void aControlThatIsNotThereIsNeverSet() throws Exception {
        MonitorControl first = controls().get(0);

        assertThrows(DeviceException.class, () -> first.set(VcpFeature.GAMMA, 120));

        assertEquals(0, windows.script().fake_sets_sent());
    }

    @Test
    void capabilitiesAreReadWhole() throws Exception {
        assertEquals(
                "(prot(monitor)type(lcd)vcp(10 12 16 18 1A)mccs_ver(2.2))",
                controls().get(0).capabilities());
    }

    @Test
    void tablesAreToldToBeBeyondWindows() throws Exception {
        MonitorControl first = controls().get(0);

        assertEquals(
                "device.unsupported",
                assertThrows(DeviceException.class, () -> first.readTable(VcpFeature.LUT_SIZE))
                        .code());
        assertEquals(
                "device.unsupported",
                assertThrows(DeviceException.class, () -> first.setTable(VcpFeature.BLOCK_LUT, new byte[4]))
                        .code());
    }

    private List<MonitorControl> controls() throws DeviceException {
        return WindowsMonitors.on(windows.api(), duration -> {}).monitors();
    }
}
