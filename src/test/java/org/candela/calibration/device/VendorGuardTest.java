package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorGuardTest {
    private final List<String> processes = new ArrayList<>(List.of("systemd", "Xorg", "java"));
    private final VendorGuard guard = new VendorGuard(() -> processes);
    private final FakeMonitor eizo = new FakeMonitor("ENC");
    private final FakeMonitor barco = new FakeMonitor("BAR");

    VendorGuardTest() {
        eizo.values.put(VcpFeature.LUMINANCE, new VcpValue(40, 100));
        barco.values.put(VcpFeature.LUMINANCE, new VcpValue(40, 100));
        eizo.tables.put(VcpFeature.BLOCK_LUT, new byte[] {1, 2});
    }

    private static void refused(Executable write) {
        assertEquals(
                "device.vendor-managed",
                assertThrows(DeviceException.class, write).code());
    }

    // [utest->req~device.vendor-managed~1]
    @ParameterizedTest
    @CsvSource({
        "ENC, RadiCS.exe, RADICS",
        "ENC, 'C:\\Program Files (x86)\\EIZO\\RadiCS\\RadiCS.exe', RADICS",
        "EIZ, radinetagent, RADICS",
        "ENC, /Applications/RadiCS LE.app/Contents/MacOS/RadiCS LE, RADICS",
        "BAR, 'C:\\Program Files\\Barco\\QAWeb\\QAWebAgent.exe', QAWEB",
        "BPS, /opt/barco/qaweb/bin/qawebagent, QAWEB",
        "'', qaweb-agent, QAWEB"
    })
    void anAgentIsKnownByItsProcessHoweverTheSystemWritesIt(String manufacturer, String process, VendorAgent agent) {
        assertEquals(Optional.of(agent), VendorAgent.managing(manufacturer, List.of("bash", process)));
    }

    // [utest->req~device.vendor-managed~1]
    @ParameterizedTest
    @CsvSource({
        "DEL, RadiCS.exe",
        "BAR, RadiCS.exe",
        "ENC, qawebagent",
        "ENC, /home/radics/bin/viewer",
        "ENC, gradics",
        "ENC, bash"
    })
    void monitorsOfOthersAndOtherProcessesAreNotManaged(String manufacturer, String process) {
        assertEquals(Optional.empty(), VendorAgent.managing(manufacturer, List.of(process)));
    }

    // [utest->req~device.vendor-managed~1]
    @Test
    void noWriteGetsThroughToAManagedMonitorAndReadingDoes() throws Exception {
        processes.add("RadiCS.exe");
        MonitorControl guarded = guard.guarded(eizo);

        refused(() -> guarded.set(VcpFeature.LUMINANCE, 90));
        refused(() -> guarded.setTable(VcpFeature.BLOCK_LUT, new byte[] {9}));
        refused(() -> MonitorLut.parseSize(new byte[] {0, 2, 0, 2, 0, 2, 8, 8, 8})
                .orElseThrow()
                .loadInto(guarded, GammaRamp.identity(2)));

        assertEquals(List.of(), eizo.writes);
        assertEquals(40, guarded.read(VcpFeature.LUMINANCE).current());
        assertEquals(2, guarded.readTable(VcpFeature.BLOCK_LUT).length);
        guard.guarded(barco).set(VcpFeature.LUMINANCE, 90);
        assertEquals(List.of("LUMINANCE=90"), barco.writes);
    }

    // [utest->req~device.vendor-managed~1]
    @Test
    void twoAgentsAtOnceKeepTheirOwnMonitorsEach() {
        processes.addAll(List.of("RadiCS.exe", "QAWebAgent.exe"));

        refused(() -> guard.guarded(eizo).set(VcpFeature.LUMINANCE, 1));
        refused(() -> guard.guarded(barco).set(VcpFeature.LUMINANCE, 1));
    }

    // [utest->req~device.vendor-managed~1]
    @Test
    void anAgentThatStartsLaterIsSeenAndOneThatCrashedStillCounts() throws Exception {
        MonitorControl guarded = guard.guarded(eizo);
        guarded.set(VcpFeature.LUMINANCE, 50);

        processes.add("radics");
        refused(() -> guarded.set(VcpFeature.LUMINANCE, 60));
        processes.remove("radics");
        refused(() -> guarded.set(VcpFeature.LUMINANCE, 60));

        assertEquals(List.of("LUMINANCE=50"), eizo.writes);
    }

    // [utest->req~device.vendor-managed~1]
    @Test
    void noTableIsLoadedOnAManagedDisplay() throws Exception {
        List<GammaRamp> loaded = new ArrayList<>();
        GraphicsLut tables = guard.guarded(new GraphicsLut() {
            @Override
            public int size(DisplayDevice display) {
                return 256;
            }

            @Override
            public GammaRamp read(DisplayDevice display) {
                return GammaRamp.identity(256);
            }

            @Override
            public void load(DisplayDevice display, GammaRamp ramp) {
                loaded.add(ramp);
            }
        });
        processes.add("QAWebAgent.exe");

        refused(() -> tables.load(display(barco.edid()), GammaRamp.identity(256)));
        refused(() -> tables.load(display(Optional.empty()), GammaRamp.identity(256)));

        assertEquals(List.of(), loaded);
        assertEquals(256, tables.size(display(barco.edid())));
        assertEquals(GammaRamp.identity(256), tables.read(display(barco.edid())));
        tables.load(display(eizo.edid()), GammaRamp.identity(256));
        assertEquals(1, loaded.size());
    }

    @Test
    void everyMonitorOfAGuardedDriverIsGuarded() throws Exception {
        processes.add("RadiCS.exe");
        MonitorDriver driver = guard.guarded(new MonitorDriver() {
            @Override
            public String name() {
                return "two";
            }

            @Override
            public List<MonitorControl> monitors() {
                return List.of(eizo, barco);
            }

            @Override
            public void close() {
                eizo.close();
            }
        });

        List<MonitorControl> monitors = driver.monitors();

        refused(() -> monitors.get(0).set(VcpFeature.LUMINANCE, 1));
        monitors.get(1).set(VcpFeature.LUMINANCE, 1);
        driver.close();
        assertEquals(List.of("closed"), eizo.writes);
        assertTrue(guard.managing(eizo).isPresent());
    }

    private static DisplayDevice display(Optional<Edid> edid) {
        return new DisplayDevice("DP-1", edid, new Place(0, 0, 100, 100));
    }
}
