package org.candela.app;

import java.util.List;
import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorDriver;
import org.candela.calibration.device.MonitorSettings;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.candela.displayqa.measure.MonitorQuery;
import org.candela.displayqa.measure.MonitorState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the monitors that drivers reach. Device thread, so never while the watch over settings asks them too. */
// [impl->req~app.run-site~1]
record ReachedMonitors(List<MonitorDriver> drivers) implements MonitorQuery {
    private static final Logger LOG = LoggerFactory.getLogger(ReachedMonitors.class);

    ReachedMonitors {
        drivers = List.copyOf(drivers);
    }

    @Override
    public MonitorState ask(DisplayDevice display) {
        if (display.edid().filter(Edid::isVirtual).isPresent()) {
            return MonitorState.notRead("the display is virtual and has no controls");
        }
        if (drivers.isEmpty()) {
            return MonitorState.notRead("no driver of monitors' controls works here");
        }
        String whyNot = "no driver finds a monitor " + display.id();
        for (MonitorDriver driver : drivers) {
            try {
                Optional<MonitorState.Told> told = driver.on(display.id(), ReachedMonitors::told);
                if (told.isPresent()) {
                    return MonitorState.of(told.orElseThrow());
                }
            } catch (DeviceException e) {
                whyNot = driver.name() + " says " + e.code();
            }
        }
        return MonitorState.notRead(whyNot);
    }

    @Override
    public Optional<Luminance> ownSensor(DisplayDevice display) {
        boolean isVirtual = display.edid().filter(Edid::isVirtual).isPresent();
        for (MonitorDriver driver : isVirtual ? List.<MonitorDriver>of() : drivers) {
            try {
                Optional<Luminance> seen =
                        driver.on(display.id(), MonitorControl::ownSensor).flatMap(told -> told);
                if (seen.isPresent()) {
                    return seen;
                }
            } catch (DeviceException e) {
                LOG.info("the own sensor of {} cannot be read over {} [{}]", display.id(), driver.name(), e.code());
            }
        }
        return Optional.empty();
    }

    private static MonitorState.Told told(MonitorControl monitor) throws DeviceException {
        return new MonitorState.Told(monitor.channel(), MonitorSettings.of(monitor), technology(monitor));
    }

    private static Optional<VcpValue> technology(MonitorControl monitor) throws DeviceException {
        try {
            return Optional.of(monitor.read(VcpFeature.TECHNOLOGY));
        } catch (DeviceException e) {
            if (e.code().equals("device.unsupported")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
