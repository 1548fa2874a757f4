package org.candela.displayqa.measure;

import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;

/** Puts the tables of a display back that were in force when it was set, graphics LUT and monitor's, unless told otherwise. */
// [impl->req~displayqa.restore~1]
public final class TableGuard implements AutoCloseable {
    private final RampGuard graphics;
    private final Optional<RampGuard> monitor;

    private TableGuard(RampGuard graphics, Optional<RampGuard> monitor) {
        this.graphics = graphics;
        this.monitor = monitor;
    }

    /** Remembers what is in force. */
    public static TableGuard set(TestBench bench) throws DeviceException {
        RampGuard graphics = RampGuard.set(bench.ramp());
        return new TableGuard(
                graphics,
                bench.monitor().isPresent()
                        ? Optional.of(
                                RampGuard.set(bench.monitor().orElseThrow().table()))
                        : Optional.empty());
    }

    /** The graphics LUT that was in force. */
    GammaRamp graphicsLut() {
        return graphics.before();
    }

    /** The monitor's LUT that was in force; empty where there is none. */
    Optional<GammaRamp> monitorLut() {
        return monitor.map(RampGuard::before);
    }

    /** What was loaded since stays. */
    public void keepTheNewOnes() {
        graphics.keepTheNewOne();
        monitor.ifPresent(RampGuard::keepTheNewOne);
    }

    /** A monitor that does not answer any more keeps nobody from putting the graphics LUT back. */
    @Override
    public void close() throws DeviceException {
        try (graphics) {
            if (monitor.isPresent()) {
                monitor.orElseThrow().close();
            }
        }
    }
}
