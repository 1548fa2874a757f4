package org.candela.calibration.device.sim;

import java.util.List;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorDriver;

/** Reaches the controls of monitors that do not exist. Device thread. */
// [impl->req~device.simulated~1]
public final class SimulatedMonitorDriver implements MonitorDriver {
    private final List<MonitorControl> monitors;

    public SimulatedMonitorDriver(List<MonitorControl> monitors) {
        this.monitors = List.copyOf(monitors);
    }

    @Override
    public String name() {
        return "SIMULATED driver";
    }

    @Override
    public List<MonitorControl> monitors() {
        return monitors;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
