package org.candela.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import picocli.CommandLine;

/** The command line of display QA before simulated displays {@code SIM-1}, {@code SIM-2} …; there are no real ones. */
final class QaLine {
    private static final Clock CLOCK = Clock.systemUTC();

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    private final List<SimulatedMonitor> monitors;
    private final TestBench.Room room;

    QaLine(Luminance ambient, List<SimulatedMonitor> monitors) {
        this.monitors = List.copyOf(monitors);
        this.room = new TestBench.Room(ambient, TestBench.AmbientSource.PROVIDED);
    }

    /** Its exit code. */
    int run(Path home, String... args) {
        CommandLine line = Candela.commandLine(
                () -> 0, List.of(QaCommand.commandLine(new Stations(), () -> AppPaths.under(home), CLOCK)));
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
            return new Simulated();
        }
    }

    private final class Simulated implements QaStation {
        @Override
        public List<DisplayDevice> displays() {
            return IntStream.rangeClosed(1, monitors.size())
                    .mapToObj(QaLine::display)
                    .toList();
        }

        @Override
        public QaSession session(DisplayDevice display, CalibrationProfile profile) {
            SimulatedMonitor monitor = monitor(display);
            TestBench bench = new TestBench(
                    monitor::show,
                    new SimulatedPhotometer(monitor),
                    TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), display),
                    room);
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
        Edid edid = new Edid("CDL", 0x0D1A, number, "VIRT DIAG " + number, "SIM-" + number, 325, 433, 2026);
        return new DisplayDevice("SIM-" + number, Optional.of(edid), new Place(0, 0, 1536, 2048));
    }
}
