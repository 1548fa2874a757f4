package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.QaSession;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.TestBench;

/** Two diagnostic displays that do not exist, each before a meter that does not either. */
final class SimulatedStation implements QaStation {
    private static final TestBench.Room ROOM =
            new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED, ChannelWeights.SRGB);
    private static final Duration LIT = Duration.ofHours(1);

    private final Clock clock;
    private final List<DisplayDevice> displays = List.of(display(1, "VIRT DIAG L", 0), display(2, "VIRT DIAG R", 1536));

    SimulatedStation(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<DisplayDevice> displays() {
        return displays;
    }

    @Override
    public QaSession session(DisplayDevice display, CalibrationProfile profile) {
        SimulatedMonitor monitor = SimulatedMonitor.typical(display.connector().hashCode());
        monitor.warmUp(LIT);
        TestBench bench = new TestBench(
                monitor::show,
                new SimulatedPhotometer(monitor),
                TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), display),
                ROOM);
        return new QaSession(display, bench, profile, clock.instant().minus(LIT), "command line");
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private static DisplayDevice display(int number, String name, int x) {
        Edid edid = new Edid("CDL", 0x0D1A, number, name, "SIM-" + number, 325, 433, 2026);
        return new DisplayDevice("SIM-" + number, Optional.of(edid), new Place(x, 0, 1536, 2048));
    }
}
