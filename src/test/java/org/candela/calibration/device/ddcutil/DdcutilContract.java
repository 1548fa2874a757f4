package org.candela.calibration.device.ddcutil;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.candela.calibration.device.Capabilities;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver does over any libddcutil; the same for each layout of its structures. */
abstract class DdcutilContract extends DdcutilListContract {
    DdcutilContract(int major, String version) {
        super(major, version);
    }

    @Test
    void aValueHasSixteenBitsAndItsMaximum() throws Exception {
        fake.add("A");
        fake.feature(0, VcpFeature.USAGE_HOURS, 0xFEDC, 0xFFFF);

        assertEquals(new VcpValue(0xFEDC, 0xFFFF), only(0).read(VcpFeature.USAGE_HOURS));
    }

    @Test
    void theHighByteOfAPresetIsNotPartOfIt() throws Exception {
        fake.add("A");
        fake.feature(0, VcpFeature.COLOUR_PRESET, 0x3705, 11);

        assertEquals(5, only(0).read(VcpFeature.COLOUR_PRESET).current());
    }

    // [utest->req~device.ddcutil.read-back~1]
    @Test
    void aSetIsReadBackAndOnceMoreAfterTheSettleTime() throws Exception {
        fake.add("A");

        only(0).set(VcpFeature.LUMINANCE, 75);

        assertEquals(75, fake.value(0, VcpFeature.LUMINANCE));
        assertEquals(List.of(SETTLE), rests);
    }

    // [utest->req~device.ddcutil.read-back~1]
    @Test
    void aMonitorThatIgnoresASetIsToldOf() throws Exception {
        fake.add("A");
        fake.ask("ignore_sets", 0);

        DeviceException told = refused("device.not-applied", () -> only(0).set(VcpFeature.LUMINANCE, 75));

        assertTrue(
                String.valueOf(told.getMessage()).contains("LUMINANCE (VCP 10) was set to 75 and is 40"),
                told.toString());
    }

    // [utest->req~device.ddcutil.read-back~1]
    @Test
    void aMonitorThatAppliesASetLateIsWaitedFor() throws Exception {
        fake.add("A");
        fake.ask("late", 0, 3);

        only(0).set(VcpFeature.LUMINANCE, 75);

        assertEquals(4, rests.size(), "three between readings and one to settle");
    }

    // [utest->req~device.ddcutil.read-back~1]
    @Test
    void aMonitorThatTakesAValueBackAfterwardsIsToldOf() throws Exception {
        fake.add("A");
        fake.ask("revert", 0, 1);

        DeviceException told = refused("device.not-applied", () -> only(0).set(VcpFeature.LUMINANCE, 75));

        assertTrue(String.valueOf(told.getMessage()).contains("went back to 40"), told.toString());
    }

    @Test
    void theVerificationOfTheLibraryIsOffOnEachThreadOfADisplay() throws Exception {
        fake.add("A");
        fake.add("B");
        List<MonitorControl> monitors = driver.monitors();

        monitors.get(0).set(VcpFeature.LUMINANCE, 10);
        monitors.get(1).set(VcpFeature.LUMINANCE, 20);

        assertEquals(0, fake.ask("verified_sets"));
    }

    // [utest->req~device.ddcutil.thread~1]
    @Test
    void aDisplayIsSpokenToFromOneThreadAlone() throws Exception {
        fake.add("A");
        MonitorControl monitor = only(0);

        for (int value = 10; value < 15; value++) {
            monitor.set(VcpFeature.LUMINANCE, value);
            monitor.read(VcpFeature.CONTRAST);
        }

        assertEquals(1, fake.ask("threads", 0));
    }

    // [utest->req~device.ddcutil.thread~1]
    @Test
    void aCallThatHangsIsGivenUpAndTheDisplayWithItUntilItEnds() throws Exception {
        driver.close();
        driver = open(Duration.ofMillis(200));
        fake.add("A");
        MonitorControl monitor = only(0);
        fake.ask("block", 0, 1_500);

        refused("device.no-answer", () -> monitor.read(VcpFeature.LUMINANCE));
        refused("device.no-answer", () -> monitor.read(VcpFeature.LUMINANCE));
        refused("device.busy", driver::redetect);

        awaitTrue(() -> fake.ask("outstanding") == 0);
        awaitTrue(() -> answers(monitor));
    }

    // [utest->req~device.ddcutil.errors~1]
    @ParameterizedTest
    @CsvSource({
        "-3001, device.no-answer",
        "-3002, device.no-answer",
        "-3005, device.unsupported",
        "-3007, device.no-answer",
        "-3009, device.gone",
        "-3011, device.no-answer",
        "-3012, device.unsupported",
        "-3013, device.failed",
        "-3014, device.unsupported",
        "-3016, device.failed",
        "-3017, device.unsupported",
        "-3020, device.gone",
        "-3023, device.not-applied",
        "-3024, device.gone",
        "-3025, device.busy",
        "-3026, device.busy",
        "-3028, device.failed",
        "-3029, device.gone",
        "-3030, device.asleep",
        "-3031, device.busy",
        "-3032, device.busy",
        "-5, device.no-answer",
        "-13, device.forbidden",
        "-19, device.gone",
        "-121, device.no-answer",
        "-9999, device.failed"
    })
    void eachStatusIsToldInTheWordsOfThePort(int status, String code) throws Exception {
        fake.add("A");
        fake.ask("fail", 0, 100, status);

        DeviceException told = refused(code, () -> only(0).read(VcpFeature.LUMINANCE));

        assertTrue(String.valueOf(told.getMessage()).contains("told to fail; checksum of the reply"), told.toString());
        assertTrue(
                String.valueOf(told.getMessage()).startsWith("A, ddcutil " + version + " /dev/i2c-5: "),
                told.toString());
    }

    // [utest->req~device.ddcutil.errors~1]
    @ParameterizedTest
    @CsvSource({"-3001", "-3002", "-3025", "-5"})
    void whatMayPassIsTriedAgain(int status) throws Exception {
        fake.add("A");
        fake.ask("fail", 0, 3, status);

        assertEquals(40, only(0).read(VcpFeature.LUMINANCE).current());
        assertEquals(3, rests.size());
    }

    // [utest->req~device.ddcutil.errors~1]
    @Test
    void accessRefusedRightAfterAResumeIsTriedAgainAndThenToldWithWhatToDo() throws Exception {
        fake.add("A");
        MonitorControl monitor = only(0);
        fake.ask("fail", 0, 2, -13);

        assertEquals(40, monitor.read(VcpFeature.LUMINANCE).current());
        fake.ask("fail", 0, 100, -13);

        DeviceException told = refused("device.forbidden", () -> monitor.read(VcpFeature.LUMINANCE));
        assertTrue(String.valueOf(told.getMessage()).contains("group i2c"), told.toString());
    }

    @Test
    void whatWillNotPassIsNotTriedAgain() throws Exception {
        fake.add("A");

        refused("device.unsupported", () -> only(0).read(VcpFeature.GAMMA));

        assertEquals(List.of(), rests);
    }

    // [utest->req~device.ddcutil.errors~1]
    @Test
    void aMonitorThatIsUnpluggedAmidACallIsGone() throws Exception {
        fake.add("A");
        MonitorControl monitor = only(0);
        fake.ask("block", 0, 400);
        CompletableFuture<DeviceException> told = CompletableFuture.supplyAsync(
                () -> refused("device.gone", () -> monitor.set(VcpFeature.LUMINANCE, 30)));

        awaitTrue(() -> fake.ask("is_open", 0) == 1);
        fake.ask("unplug", 0);

        assertTrue(told.get(20, TimeUnit.SECONDS).toString().contains("setting LUMINANCE"));
        assertEquals(40, fake.value(0, VcpFeature.LUMINANCE));
    }

    // [utest->req~device.ddcutil.thread~1]
    @Test
    void whoIsInterruptedIsLetGoAndTheDisplayAnswersAgain() throws Exception {
        fake.add("A");
        MonitorControl monitor = only(0);
        fake.ask("block", 0, 300);

        Thread.currentThread().interrupt();
        refused("device.interrupted", () -> monitor.read(VcpFeature.LUMINANCE));

        assertTrue(Thread.interrupted(), "the flag stays for the caller");
        awaitTrue(() -> answers(monitor));
    }

    // [utest->req~device.ddcutil.thread~1]
    @Test
    void aSetThatWasGivenUpIsNotTriedAgainBehindTheCaller() throws Exception {
        driver.close();
        driver = open(Duration.ofMillis(100));
        fake.add("A");
        MonitorControl monitor = only(0);
        fake.ask("block", 0, 1_200);
        fake.ask("fail", 0, 1, -3001);

        refused("device.no-answer", () -> monitor.set(VcpFeature.LUMINANCE, 75));

        awaitTrue(() -> answers(monitor));
        assertEquals(40, fake.value(0, VcpFeature.LUMINANCE));
    }

    @Test
    void aTableIsSetReadBackAndComparedByteByByte() throws Exception {
        fake.add("A");
        fake.ask("table", 0, VcpFeature.BLOCK_LUT.code(), new byte[] {1}, 1);
        byte[] table = new byte[600];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (i * 7);
        }

        only(0).setTable(VcpFeature.BLOCK_LUT, table);

        assertArrayEquals(table, only(0).readTable(VcpFeature.BLOCK_LUT));
    }

    // [utest->req~device.ddcutil.read-back~1]
    @Test
    void aTableThatIsIgnoredIsToldOf() throws Exception {
        fake.add("A");
        fake.ask("table", 0, VcpFeature.BLOCK_LUT.code(), new byte[] {1, 2}, 2);
        fake.ask("ignore_sets", 0);

        refused("device.not-applied", () -> only(0).setTable(VcpFeature.BLOCK_LUT, new byte[] {3, 4}));
    }

    @Test
    void anEmptyTableIsNoError() throws Exception {
        fake.add("A");
        fake.ask("table", 0, VcpFeature.LUT_SIZE.code(), new byte[0], 0);

        assertArrayEquals(new byte[0], only(0).readTable(VcpFeature.LUT_SIZE));
    }

    @Test
    void capabilitiesNameTheControls() throws Exception {
        fake.add("A");
        fake.ask("capabilities", 0, "(prot(monitor)type(lcd)vcp(02 10 12 14(05 08 0B) 60( 11 12) DF)mccs_ver(2.2))");

        assertEquals(
                new Capabilities(Set.of(0x02, 0x10, 0x12, 0x14, 0x60, 0xDF)),
                Capabilities.parse(only(0).capabilities()));
    }

    @Test
    void textsOfCapabilitiesAreFreed() throws Exception {
        fake.add("A");
        fake.ask("capabilities", 0, "x".repeat(60_000));
        MonitorControl monitor = only(0);
        monitor.capabilities();
        int before = fake.ask("kilobytes_in_use");

        for (int i = 0; i < 600; i++) {
            monitor.capabilities();
        }

        int grown = fake.ask("kilobytes_in_use") - before;
        assertTrue(grown < 12_000, grown + " kB more in use after 36 MB of texts");
    }
}
