package org.candela.displayqa;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.MonitorLut;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedMonitorControl;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;

/** A simulated display with a graphics LUT and, where it was given one, a LUT within the monitor. */
final class SimulatedDisplay {
    final SimulatedMonitor monitor;
    final SimulatedMonitorControl control;
    final DisplayDevice device;
    GraphicsLut graphicsLut;
    /** What else happens when a patch is shown. */
    Runnable onPatch = () -> {};

    private boolean hasMonitorLut;

    SimulatedDisplay(int number, SimulatedPanel panel) {
        this.monitor = new SimulatedMonitor(panel, number);
        this.control = SimulatedMonitorControl.of(monitor);
        this.graphicsLut = new SimulatedGraphicsLut(monitor);
        Edid edid = new Edid("CDL", 0x0D1A, number, "VIRT DIAG " + number, "SIM-" + number, 325, 433, 2026);
        this.device = new DisplayDevice("SIM-" + number, Optional.of(edid), new Place(0, 0, 1536, 2048));
    }

    SimulatedDisplay withMonitorLut(int entries, int bits) {
        control.withLut(new MonitorLut(entries, bits, bits, bits));
        hasMonitorLut = true;
        return this;
    }

    SimulatedDisplay withoutRampEffect() {
        graphicsLut = SimulatedGraphicsLut.withoutEffect(monitor);
        return this;
    }

    /** Judged by the limits of a shipped profile, with a goal of its own. */
    QaSession session(String profile, CalibrationGoal goal) throws CandelaException {
        CalibrationProfile usual = CalibrationProfile.shipped(profile);
        CalibrationProfile own = new CalibrationProfile(
                usual.id(),
                usual.title(),
                usual.standard(),
                usual.edition(),
                goal,
                usual.schedule(),
                usual.limits(),
                usual.sha256());
        return session(own);
    }

    QaSession session(CalibrationProfile profile) throws CandelaException {
        return new QaSession(device, bench(), List.of(profile), Bench.NOW.minus(Duration.ofHours(1)), "test");
    }

    TestBench bench() throws CandelaException {
        TestBench plain = new TestBench(
                argb -> {
                    onPatch.run();
                    monitor.show(argb);
                },
                new SimulatedPhotometer(monitor),
                TestBench.Ramp.of(graphicsLut, device),
                new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED));
        return hasMonitorLut ? plain.with(TestBench.MonitorTables.of(control).orElseThrow()) : plain;
    }
}
