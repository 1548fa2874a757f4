package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.sim.SimulatedAmbientSensor;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.calibration.device.sim.SimulatedRoom;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.PatchPresenter;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.TestBench.Ramp;

/**
 * A panel and a meter that do not exist, for each display that does not exist either; every record made with them says so.
 *
 * <p>A panel is the same for the life of this object. Device thread.
 */
final class SimulatedPanels {
    /** With 40 lx, as a dimmed reading room has, the screens reflect 0.2 cd/m². */
    private static final double REFLECTION = 0.005;

    private static final double LUX = 40;
    private static final Duration LIT = Duration.ofHours(1);
    /** Where the meter stands at each of three columns or rows. */
    private static final double[] PLACES = {0.1, 0.5, 0.9};

    private final Clock clock;
    private final SimulatedRoom room = new SimulatedRoom(REFLECTION);
    private final Map<ScreenId, SimulatedMonitor> monitors = new ConcurrentHashMap<>();

    SimulatedPanels(Clock clock) {
        this.clock = clock;
        room.light(LUX);
    }

    /** The light of the room in which the panels stand. */
    RoomIlluminance roomLight() throws DeviceException {
        return RoomLight.read(new SimulatedAmbientSensor(room), clock);
    }

    private TestBench.Room room() throws DeviceException {
        return new TestBench.Room(new Luminance(REFLECTION * LUX), TestBench.AmbientSource.PROVIDED)
                .lit(Optional.of(roomLight()));
    }

    /** The part of a bench that is there. */
    record Seen(PatchPresenter patches, Ramp ramp) {}

    /** A session that nothing but the simulation takes part in. */
    QaSession session(DisplayDevice display, CalibrationProfile profile) throws DeviceException {
        SimulatedMonitor monitor = monitorOf(display);
        return session(display, profile, new Seen(argb -> {}, Ramp.of(new SimulatedGraphicsLut(monitor), display)));
    }

    /** A session whose patches are also seen on a screen, and whose ramps are also loaded by a driver. */
    QaSession session(DisplayDevice display, CalibrationProfile profile, Seen seen) throws DeviceException {
        SimulatedMonitor monitor = monitorOf(display);
        PatchPresenter both = new PatchPresenter() {
            @Override
            public void show(int argb) throws DeviceException {
                seen.patches().show(argb);
                monitor.show(argb);
            }

            @Override
            public void clear() {
                seen.patches().clear();
            }
        };
        TestBench bench = new TestBench(both, new SimulatedPhotometer(monitor), followed(seen.ramp(), monitor), room());
        return new QaSession(display, bench, List.of(profile), clock.instant().minus(LIT), "simulation");
    }

    /** The eye of the meter goes to each place by itself. */
    MeterPlacement placement(QaSession session) {
        SimulatedMonitor monitor =
                Objects.requireNonNull(monitors.get(session.display().id()), "a session of these panels");
        return (row, column) -> monitor.lookAt(PLACES[column], PLACES[row]);
    }

    /** The ramp before a panel. */
    GammaRamp ramp(DisplayDevice display) {
        return monitorOf(display).ramp();
    }

    private SimulatedMonitor monitorOf(DisplayDevice display) {
        SimulatedMonitor monitor = monitors.computeIfAbsent(display.id(), id -> warm(display));
        monitor.lookAt(PLACES[1], PLACES[1]);
        return monitor;
    }

    private static SimulatedMonitor warm(DisplayDevice display) {
        SimulatedMonitor monitor = SimulatedMonitor.typical(display.connector().hashCode());
        monitor.warmUp(LIT);
        return monitor;
    }

    /** What the driver holds is what the panel behind it shows. */
    private static Ramp followed(Ramp driver, SimulatedMonitor monitor) {
        return new Ramp() {
            @Override
            public GammaRamp read() throws DeviceException {
                return driver.read();
            }

            @Override
            public void load(GammaRamp ramp) throws DeviceException {
                driver.load(ramp);
                monitor.load(ramp);
            }
        };
    }
}
