package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QaCommandTest {
    @TempDir
    private Path folder;

    private final QaLine line = new QaLine(new Luminance(0.2), List.of(SimulatedMonitor.typical(1)));
    private final StringWriter out = line.out;
    private final StringWriter err = line.err;

    // [utest->req~cli.qa~1]
    @Test
    void aDisplayIsCalibratedTestedReportedAndItsReportVerified() {
        assertEquals(0, run("qa", "calibrate", "--simulate", "--display", "SIM-1"), err.toString());
        assertTrue(out.toString().contains("SIMULATED PASS, κδ "), out.toString());
        assertTrue(out.toString().contains("(before calibration 5"), out.toString());
        assertEquals(0, run("qa", "test", "--simulate", "--display", "CDL-0D1A-SIM-1"), err.toString());
        assertEquals(0, run("qa", "test", "--quick", "--simulate", "--display", "SIM-1"), err.toString());
        assertEquals(0, run("qa", "report", "1", "--out", folder.toString()), err.toString());

        assertEquals(0, run("qa", "verify", folder.resolve("display-qa-1.pdf").toString()), err.toString());
        assertEquals(0, run("qa", "verify", folder.resolve("display-qa-1.json").toString()), err.toString());
    }

    // [utest->req~cli.qa~1]
    @Test
    void aChangedReportAndAnotherSignerAreANo() throws Exception {
        run("qa", "calibrate", "--simulate", "--display", "SIM-1");
        run("qa", "report", "1", "--out", folder.toString());
        Path json = folder.resolve("display-qa-1.json");
        assertEquals(1, run("qa", "verify", json.toString(), "--key", "0123456789abcdef"));
        assertTrue(out.toString().contains("ANOTHER KEY"), out.toString());

        Files.writeString(json, Files.readString(json).replaceFirst("\"PASS\"", "\"FAIL\""));

        assertEquals(1, run("qa", "verify", json.toString()));
        assertTrue(out.toString().contains("CHANGED"), out.toString());
    }

    // [utest->req~displayqa.record-time~1]
    @Test
    void whatIsToldOfTheConditionsStandsInTheRecord() {
        String[] told = {
            "qa", "calibrate", "--simulate", "--display", "SIM-1", "--cleaned", "--temperature", "21.5", "--json"
        };

        assertEquals(0, run(told), err.toString());

        assertTrue(out.toString().contains("\"temperatureCelsius\" : 21.5"), out.toString());
        assertTrue(out.toString().contains("\"screenCleaned\" : true"));
        told[7] = "200";
        assertEquals(2, run(told));
        assertTrue(err.toString().contains("--temperature: a room has -20 to 60"), err.toString());
    }

    // [utest->req~cli.qa-schedule~1]
    @Test
    void theScheduleListsWhatIsDueAndItsExitCodeSaysWhetherAnythingIs() {
        assertEquals(1, run("qa", "schedule", "--simulate"), err.toString());
        assertTrue(out.toString().contains("CONSTANCY     last -"), out.toString());
        run("qa", "calibrate", "--simulate", "--display", "SIM-1");

        assertEquals(1, run("qa", "schedule", "--simulate", "--json"), err.toString());

        assertTrue(out.toString().contains("\"kind\" : \"CONSTANCY\""), out.toString());
        assertTrue(out.toString().contains("\"state\" : \"IN_TIME\""), out.toString());
        assertTrue(out.toString().contains("\"kind\" : \"UNIFORMITY\""), out.toString());
    }

    // [utest->req~cli.qa-schedule~1]
    @Test
    void aSnoozeIsForAFewDaysAndForADisplayThatIsThere() {
        assertEquals(1, run("qa", "schedule", "--simulate", "--snooze", "UNIFORMITY", "--days", "3"), err.toString());
        assertEquals(2, run("qa", "schedule", "--simulate", "--snooze", "UNIFORMITY", "--days", "300"));
        assertTrue(err.toString().contains("--days must be from 1 to 14"), err.toString());
        assertEquals(2, run("qa", "schedule", "--simulate", "--display", "nowhere"));
        assertTrue(err.toString().contains("no display \"nowhere\""), err.toString());
    }

    // [utest->req~cli.qa~1]
    @Test
    void badInputIsOneLine() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "no report");

        assertEquals(2, run("qa", "verify", letter.toString()));
        assertEquals(2, run("qa", "verify", folder.resolve("missing.pdf").toString()));
        assertEquals(2, run("qa", "report", "7"));
        assertEquals(2, run("qa", "calibrate", "--simulate", "--display", "nothing"));
        assertEquals(2, run("qa", "calibrate", "--simulate", "--display", "SIM-1", "--profile", "nothing"));
        assertEquals(2, run("qa", "test", "--quick", "--simulate", "--display", "SIM-1"));
        assertEquals(2, run("qa", "displays"));

        assertTrue(err.toString().contains("no display \"nothing\"; there are [CDL-0D1A-SIM-1]"), err.toString());
        assertTrue(err.toString().contains("there is no QA run 7"), err.toString());
    }

    // [utest->req~displayqa.test~1]
    @Test
    void oneAcceptanceTestIsJudgedByTwoStandards() {
        run("qa", "calibrate", "--simulate", "--display", "SIM-1");

        int code = run(
                "qa",
                "test",
                "--simulate",
                "--display",
                "SIM-1",
                "--levels",
                "18,52",
                "--kind",
                "acceptance",
                "--profile",
                "acr-aapm-siim-primary,acr-aapm-siim-other",
                "--json");

        assertTrue(code < 2, err.toString());
        assertTrue(out.toString().contains("\"kind\" : \"ACCEPTANCE\""), out.toString());
        assertTrue(out.toString().contains("\"count\" : 52"), out.toString());
        assertTrue(out.toString().contains("\"id\" : \"acr-aapm-siim-other\""), out.toString());
        assertEquals(2, run("qa", "test", "--simulate", "--display", "SIM-1", "--kind", "whatever"));
        assertEquals(2, run("qa", "test", "--simulate", "--display", "SIM-1", "--levels", "17"));
        assertTrue(err.toString().contains("18, 52 or 256 levels, not 17"), err.toString());
        assertEquals(2, run("qa", "test", "--simulate", "--display", "SIM-1", "--kind", "uniformity", "--json"));
        assertTrue(err.toString().contains("nobody moves the meter"), err.toString());
    }

    // [utest->req~displayqa.certificate~1]
    @Test
    void aCertificateIsEnteredOrRefusedInOneLine() {
        String[] meter = {
            "qa",
            "certify",
            "--make",
            "Make",
            "--model",
            "Model",
            "--serial",
            "17",
            "--number",
            "C-1",
            "--issuer",
            "Lab"
        };

        assertEquals(0, run(with(meter, "--calibrated", "2026-01-02", "--due", "2027-01-02")), err.toString());
        assertTrue(out.toString().contains("certificate C-1 holds until 2027-01-02"), out.toString());
        assertEquals(2, run(with(meter, "--calibrated", "2026-01-02", "--due", "2025-01-02")));
        assertTrue(err.toString().contains("not due before it begins"), err.toString());
    }

    // [utest->req~displayqa.withdrawal~1]
    @Test
    void aRunIsWithdrawnWithItsReasonOrRefused() {
        run("qa", "calibrate", "--simulate", "--display", "SIM-1");

        assertEquals(0, run("qa", "withdraw", "1", "--reason", "the meter had slipped"), err.toString());
        assertEquals(2, run("qa", "test", "--quick", "--simulate", "--display", "SIM-1"), "no table is in force");
        assertEquals(2, run("qa", "withdraw", "7", "--reason", "none"));
        assertEquals(2, run("qa", "withdraw", "1", "--reason", " "));
        assertEquals(2, run("qa", "withdraw", "2", "--reason", "an entry is no run"));
    }

    // [utest->req~displayqa.room-light~1]
    @Test
    void roomLightIsEnteredOrRefusedInOneLine() {
        assertEquals(0, run("qa", "room", "--ambient", "0.12"), err.toString());
        assertTrue(out.toString().contains("Room light of 0.1200 cd/m²"), out.toString());

        assertEquals(2, run("qa", "room", "--ambient", "-1"));
        assertEquals(2, run("qa", "room", "--ambient", "0,12"));
        assertTrue(err.toString().contains("0,12"), err.toString());
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    // [utest->req~cli.qa-history~1]
    @Test
    void historyListsRunsAndTrendsAndSaysWhyNothingIsForetold() {
        run("qa", "calibrate", "--simulate", "--display", "SIM-1");

        assertEquals(0, run("qa", "history"), err.toString());
        assertTrue(out.toString().contains("run 1, Calibration and conformance"), out.toString());
        assertTrue(out.toString().contains("SIMULATED L'max: "), out.toString());
        assertTrue(out.toString().contains("no forecast: 1 runs are too few"), out.toString());
        assertEquals(0, run("qa", "history", "--display", "CDL-0D1A-SIM-1", "--json"), err.toString());
        assertEquals(2, run("qa", "history", "--display", "nothing"));
        assertTrue(err.toString().contains("no run on a display \"nothing\""), err.toString());
    }

    // [utest->req~displayqa.report-for-facility~1]
    @Test
    void aReportByAnotherStandardIsJudgedThenAndHeldByTheChain() {
        run("qa", "calibrate", "--simulate", "--display", "SIM-1");

        String mammography = "acr-aapm-siim-mammography";
        String to = folder.toString();
        assertEquals(
                0,
                run("qa", "report", "1", "--profile", mammography, "--format", "csv,pdf", "--out", to),
                err.toString());
        Path csv = folder.resolve("display-qa-1-" + mammography + ".csv");
        assertEquals(0, run("qa", "verify", csv.toString()), err.toString());
        assertTrue(out.toString().contains("held by the chain as entry 1"), out.toString());
        assertEquals(2, run("qa", "report", "1", "--facility", "nobody"));
        assertTrue(err.toString().contains("no facility \"nobody\""), err.toString());
        assertEquals(2, run("qa", "report", "1", "--format", "doc"));
        assertTrue(err.toString().contains("there are pdf, json, csv"), err.toString());
    }

    // [utest->req~displayqa.pre-shift-course~1]
    @Test
    void thePreShiftCheckOfAllDisplaysSaysWhatNobodyLookedAt() {
        run("qa", "calibrate", "--simulate", "--display", "SIM-1");

        assertEquals(0, run("qa", "preshift", "--simulate", "--all"), err.toString());

        assertTrue(out.toString().contains("Pre-shift check of CDL-0D1A-SIM-1: SIMULATED PASS"), out.toString());
        assertTrue(out.toString().contains("graphics LUT intact · no pattern looked at"), out.toString());
        assertTrue(out.toString().contains("Nobody looked at a pattern"), out.toString());
        assertEquals(0, run("qa", "preshift", "--simulate", "--display", "SIM-1", "--json"), err.toString());
        assertTrue(out.toString().contains("\"looked\" : false"), out.toString());
        assertEquals(2, run("qa", "preshift", "--simulate"));
        assertTrue(err.toString().contains("--display ID, or --all"), err.toString());
    }

    // [utest->req~displayqa.room-illuminance~1]
    @Test
    void lightOfTheRoomIsEnteredByAPersonOrReadFromASensorAndJudgedByTheNextCheck() {
        run("qa", "calibrate", "--simulate", "--display", "SIM-1");
        assertEquals(2, run("qa", "room"));
        assertTrue(err.toString().contains("--ambient, --lux with --meter, or --measure"), err.toString());
        assertEquals(2, run("qa", "room", "--lux", "40"));
        assertTrue(err.toString().contains("serial of the lux meter"), err.toString());
        assertEquals(2, run("qa", "room", "--lux", "-1", "--meter", "Lux 7"));
        assertEquals(2, run("qa", "room", "--measure", "--simulate"), "this station has no sensor");
        assertTrue(err.toString().contains("no light sensor is within reach"), err.toString());

        assertEquals(0, run("qa", "room", "--lux", "40", "--meter", "Make Lux 7", "--ambient", "0.2"), err.toString());

        assertTrue(out.toString().contains("40.00 lx (PROVIDED, Make Lux 7, "), out.toString());
    }

    // [utest->req~cli.qa~1]
    @Test
    void displaysAreListedWithTheirStanding() {
        assertEquals(1, run("qa", "displays", "--simulate", "--json"), err.toString());

        assertTrue(out.toString().contains("NEVER_CALIBRATED"), out.toString());
    }

    private int run(String... args) {
        return line.run(folder.resolve("home"), args);
    }
}
