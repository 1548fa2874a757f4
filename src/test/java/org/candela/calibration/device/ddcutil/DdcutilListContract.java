package org.candela.calibration.device.ddcutil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.candela.calibration.device.Edids;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.VcpFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which displays the driver lists over any libddcutil; the same for each layout of its structures. */
abstract class DdcutilListContract extends DdcutilBench {
    DdcutilListContract(int major, String version) {
        super(major, version);
    }

    // [utest->req~device.ddcutil.layout~1]
    @Test
    void eachDisplayIsKnownByItsOwnEdid() throws Exception {
        fake.add("LEFT");
        fake.add("RIGHT");

        List<MonitorControl> monitors = driver.monitors();

        assertEquals("ddcutil " + version, driver.name());
        assertEquals(
                List.of("LEFT", "RIGHT"),
                monitors.stream().map(m -> m.edid().orElseThrow().name()).toList());
        assertEquals("ddcutil " + version + " /dev/i2c-6", monitors.get(1).channel());
        monitors.get(1).set(VcpFeature.LUMINANCE, 12);
        assertEquals(40, fake.value(0, VcpFeature.LUMINANCE));
        assertEquals(12, fake.value(1, VcpFeature.LUMINANCE));
    }

    @Test
    void afterANewDetectionOldMonitorsAreGoneAndNewOnesAnswer() throws Exception {
        fake.add("A");
        MonitorControl old = only(0);

        driver.redetect();

        refused("device.gone", () -> old.read(VcpFeature.LUMINANCE));
        assertEquals(40, only(0).read(VcpFeature.LUMINANCE).current());
    }

    @Test
    void onceAllMonitorsAreClosedAListIsANewOne() throws Exception {
        fake.add("A");
        fake.add("B");
        List<MonitorControl> both = driver.monitors();
        fake.ask("unplug", 0);

        List<MonitorControl> still = driver.monitors();
        assertEquals(2, still.size(), "as long as some are in use the list stays");
        both.forEach(MonitorControl::close);
        still.forEach(MonitorControl::close);

        assertEquals(1, driver.monitors().size());
    }

    @Test
    void aClosedMonitorRefuses() throws Exception {
        fake.add("A");
        MonitorControl monitor = only(0);
        monitor.close();

        refused("device.closed", () -> monitor.read(VcpFeature.LUMINANCE));
        driver.close();
        refused("device.closed", driver::monitors);
    }

    /** A library that states another version than the one whose structures it has. */
    // [utest->req~device.ddcutil.layout~1]
    @Test
    void aVersionThatLiesGivesNoDisplayRatherThanGarbage() throws Exception {
        driver.close();
        fake.add("A");
        fake.ask("version", major == 1 ? "2.2.0" : "1.4.1");
        driver = open(LIMIT);

        assertEquals(List.of(), driver.monitors());
    }

    // [utest->req~device.ddcutil.layout~1]
    @ParameterizedTest
    @CsvSource({"3.0.0", "1.2.2", "0.9.9", "'2'", "unknown", "''", "99999.1"})
    void aVersionThatNobodyHasLookedAtIsNotDriven(String unknown) {
        fake.ask("version", unknown);

        assertTrue(DdcutilDriver.open(fake.path(), surroundings(LIMIT)).isEmpty());
    }

    // [utest->req~device.ddcutil.layout~1]
    @Test
    void aRecordWithoutItsMarkIsNotUsed() throws Exception {
        fake.add("A");
        fake.ask("wrong_marker");

        assertEquals(List.of(), driver.monitors());
    }

    // [utest->req~device.ddcutil.layout~1]
    @Test
    void aDisplayWhoseEdidIsBrokenIsNotUsedAndOthersAre() throws Exception {
        byte[] broken = Edids.block("ABC", 1, 2, "BROKEN");
        broken[20]++;
        fake.ask("add", (Object) broken);
        fake.add("WHOLE");

        assertEquals(
                List.of("WHOLE"),
                driver.monitors().stream()
                        .map(m -> m.edid().orElseThrow().name())
                        .toList());
    }

    // [utest->req~device.ddcutil.layout~1]
    @ParameterizedTest
    @CsvSource({"-1", "65", "1000000"})
    void aCountThatCannotBeIsNotFollowed(int count) throws Exception {
        fake.add("A");
        fake.ask("claim", count);

        assertEquals(List.of(), driver.monitors());
    }

    @Test
    void noDisplayIsAnEmptyList() throws Exception {
        assertEquals(List.of(), driver.monitors());
    }
}
