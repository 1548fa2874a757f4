package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QaCommandTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final DisplayDevice DISPLAY = new DisplayDevice(
            "SIM-1",
            Optional.of(new Edid("CDL", 0x0D1A, 1, "VIRT DIAG L", "SIM-1", 325, 433, 2026)),
            new Place(0, 0, 1536, 2048));

    @TempDir
    private Path folder;

    private final SimulatedMonitor monitor = SimulatedMonitor.typical(1);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
        assertEquals(2, run("qa", "test", "--simulate", "--display", "SIM-1"));
        assertEquals(2, run("qa", "displays"));

        assertTrue(err.toString().contains("no display \"nothing\"; there are [CDL-0D1A-SIM-1]"), err.toString());
        assertTrue(err.toString().contains("there is no QA run 7"), err.toString());
    }

    // [utest->req~cli.qa~1]
    @Test
    void displaysAreListedWithTheirStanding() {
        assertEquals(1, run("qa", "displays", "--simulate", "--json"), err.toString());

        assertTrue(out.toString().contains("NEVER_CALIBRATED"), out.toString());
    }

    private int run(String... args) {
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(QaCommand.commandLine(new Stations(), () -> AppPaths.under(folder.resolve("home")), CLOCK)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private final class Stations implements StationOpener {
        @Override
        public QaStation open() throws CandelaException {
            throw new CandelaException("test.none", "there is no X display here");
        }

        @Override
        public QaStation openSimulated() {
            return new OneDisplay();
        }
    }

    private final class OneDisplay implements QaStation {
        @Override
        public List<DisplayDevice> displays() {
            return List.of(DISPLAY);
        }

        @Override
        public QaSession session(DisplayDevice display, CalibrationProfile profile) {
            TestBench bench = new TestBench(
                    monitor::show,
                    new SimulatedPhotometer(monitor),
                    TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), display),
                    new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED));
            return new QaSession(
                    display, bench, java.util.List.of(profile), CLOCK.instant().minus(Duration.ofHours(1)), "test");
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
