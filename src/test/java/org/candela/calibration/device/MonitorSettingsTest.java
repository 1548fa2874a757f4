package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.candela.calibration.device.MonitorSettings.Change;
import org.junit.jupiter.api.Test;

class MonitorSettingsTest {
    private final FakeMonitor monitor = new FakeMonitor("ABC");

    MonitorSettingsTest() {
        monitor.values.put(VcpFeature.LUMINANCE, new VcpValue(40, 100));
        monitor.values.put(VcpFeature.COLOUR_PRESET, new VcpValue(5, 11));
        monitor.values.put(VcpFeature.FIRMWARE, new VcpValue(0x0103, 0));
        monitor.values.put(VcpFeature.USAGE_HOURS, new VcpValue(0x1000, 0x0002));
    }

    @Test
    void aControlThatIsNotThereIsAValueAndNoFailure() throws Exception {
        MonitorSettings settings = MonitorSettings.of(monitor);

        assertEquals(Optional.empty(), settings.values().get(VcpFeature.CONTRAST));
        assertEquals(Optional.of(new VcpValue(40, 100)), settings.values().get(VcpFeature.LUMINANCE));
        assertEquals(OptionalLong.of(0x021000), settings.usageHours());
    }

    // [utest->req~device.settings~1]
    @Test
    void whatChangedIsNamedAsPeopleReadIt() throws Exception {
        MonitorSettings before = MonitorSettings.of(monitor);
        monitor.set(VcpFeature.LUMINANCE, 70);
        monitor.values.put(VcpFeature.FIRMWARE, new VcpValue(0x0104, 0));
        monitor.values.remove(VcpFeature.COLOUR_PRESET);

        assertEquals(
                List.of(
                        new Change(VcpFeature.LUMINANCE, "40", "70"),
                        new Change(VcpFeature.COLOUR_PRESET, "5", "unsupported"),
                        new Change(VcpFeature.FIRMWARE, "1.3", "1.4")),
                MonitorSettings.of(monitor).changesSince(before));
    }

    // [utest->req~device.settings~1]
    @Test
    void hoursThatWentUpAreNoChangeAndHoursThatWentDownAre() throws Exception {
        MonitorSettings before = MonitorSettings.of(monitor);

        monitor.values.put(VcpFeature.USAGE_HOURS, new VcpValue(0x0001, 0x0003));
        assertEquals(List.of(), MonitorSettings.of(monitor).changesSince(before));

        monitor.values.put(VcpFeature.USAGE_HOURS, new VcpValue(12, 0));
        assertEquals(
                List.of(new Change(VcpFeature.USAGE_HOURS, Integer.toString(0x021000), "12")),
                MonitorSettings.of(monitor).changesSince(before));
    }

    @Test
    void aMonitorThatDoesNotAnswerIsAFailureAndNoSetting() {
        monitor.isAsleep = true;

        assertEquals(
                "device.asleep",
                assertThrows(DeviceException.class, () -> MonitorSettings.of(monitor))
                        .code());
    }
}
