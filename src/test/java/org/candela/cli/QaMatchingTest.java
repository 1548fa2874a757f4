package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Three displays that do not exist, calibrated by the command line. */
class QaMatchingTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private final List<SimulatedMonitor> monitors = List.of(panel(400), panel(375), panel(420));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    // [utest->req~cli.qa-match~1]
    @Test
    void threeDisplaysAreCalibratedToOneWhite() throws Exception {
        int code = run(
                "qa",
                "calibrate",
                "--simulate",
                "--display",
                "SIM-1,SIM-2,SIM-3",
                "--match",
                "--profile",
                "tg18-primary",
                "--json");

        assertEquals(0, code, err + " " + out);
        JsonNode runs = new ObjectMapper().readTree(out.toString());
        assertEquals(3, runs.size());
        for (JsonNode run : runs) {
            assertEquals("PASS", run.path("overall").asText());
            assertTrue(run.toString().contains("\"type\":\"matched\""), "what it was matched to");
        }
    }

    // [utest->req~cli.qa-match~1]
    @Test
    void aTableIsHeldWhereItIsAskedFor() {
        assertEquals(
                0,
                run(
                        "qa",
                        "calibrate",
                        "--simulate",
                        "--display",
                        "SIM-1",
                        "--hold",
                        "graphics",
                        "--profile",
                        "tg18-primary"),
                err.toString());

        assertNotEquals(GammaRamp.identity(256), monitors.get(0).ramp());
        assertEquals(2, run("qa", "calibrate", "--simulate", "--display", "SIM-1", "--hold", "monitor"));
        assertTrue(err.toString().contains("no LUT of its own"), err.toString());
        assertEquals(2, run("qa", "calibrate", "--simulate", "--display", "SIM-1", "--hold", "cloud"));
        assertTrue(err.toString().contains("there are best, renderer, graphics, monitor"), err.toString());
        assertEquals(2, run("qa", "calibrate", "--simulate", "--display", "SIM-1", "--match"));
        assertTrue(err.toString().contains("two different displays"), err.toString());
    }

    private static SimulatedMonitor panel(double white) {
        return new SimulatedMonitor(
                SimulatedPanel.gamma(2.2).between(0.5, white).withBits(10), (long) white);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
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
            return new ThreeDisplays();
        }
    }

    private final class ThreeDisplays implements QaStation {
        @Override
        public List<DisplayDevice> displays() {
            return List.of(display(1), display(2), display(3));
        }

        @Override
        public QaSession session(DisplayDevice display, CalibrationProfile profile) {
            SimulatedMonitor monitor = monitor(display);
            TestBench bench = new TestBench(
                    monitor::show,
                    new SimulatedPhotometer(monitor),
                    TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), display),
                    new TestBench.Room(new Luminance(0.1), TestBench.AmbientSource.PROVIDED));
            return new QaSession(
                    display, bench, List.of(profile), CLOCK.instant().minus(Duration.ofHours(1)), "test");
        }

        @Override
        public GammaRamp ramp(DisplayDevice display) {
            return monitor(display).ramp();
        }

        private SimulatedMonitor monitor(DisplayDevice display) {
            return monitors.get(Integer.parseInt(display.connector().substring(4)) - 1);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    private static DisplayDevice display(int number) {
        Edid edid = new Edid("CDL", 0x0D1A, number, "VIRT DIAG", "SIM-" + number, 325, 433, 2026);
        return new DisplayDevice("SIM-" + number, Optional.of(edid), new Place(0, 0, 1536, 2048));
    }
}
