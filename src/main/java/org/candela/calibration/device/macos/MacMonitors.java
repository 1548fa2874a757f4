package org.candela.calibration.device.macos;

import com.sun.jna.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DdcMonitor;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorDriver;
import org.candela.calibration.device.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The external monitors of a Mac with Apple silicon, by DDC/CI. Device thread. */
// [impl->req~device.macos~1]
public final class MacMonitors implements MonitorDriver {
    private static final Logger LOG = LoggerFactory.getLogger(MacMonitors.class);

    private final Mac api;
    private final Pause pause;

    private MacMonitors(Mac api, Pause pause) {
        this.api = api;
        this.pause = pause;
    }

    /** The monitors of this computer; empty on another system than macOS. */
    public static Optional<MacMonitors> open() {
        if (!Platform.isMac()) {
            return Optional.empty();
        }
        try {
            return Optional.of(on(Mac.load(name -> name), Pause.SLEEPING));
        } catch (UnsatisfiedLinkError e) {
            LOG.warn("a framework of macOS is missing, monitors cannot be set: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static MacMonitors on(Mac api, Pause pause) {
        return new MacMonitors(api, pause);
    }

    @Override
    public String name() {
        return "IOAVService";
    }

    @Override
    public List<MonitorControl> monitors() {
        List<MonitorControl> controls = new ArrayList<>();
        for (AvServices.Wire wire : new AvServices(api).wires()) {
            controls.add(new DdcMonitor(new AvBus(wire, controls.size() + 1, pause), pause));
        }
        if (controls.isEmpty()) {
            LOG.warn("no external monitor can be set over DDC/CI: this needs a Mac with Apple silicon and a monitor on"
                    + " USB-C or DisplayPort; Intel Macs are not supported");
        }
        return controls;
    }

    /** Each monitor is closed by whoever took it. */
    @Override
    public void close() {}
}
