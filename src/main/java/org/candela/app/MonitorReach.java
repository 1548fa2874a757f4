package org.candela.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorDriver;
import org.candela.calibration.device.MonitorDrivers;
import org.candela.calibration.device.Pause;
import org.candela.calibration.device.VendorGuard;
import org.candela.calibration.device.ddcutil.DdcutilDriver;
import org.candela.calibration.device.ddcutil.DdcutilSurroundings;
import org.candela.calibration.device.macos.MacMonitors;
import org.candela.calibration.device.sysfs.IioLightSensor;
import org.candela.calibration.device.windows.WindowsMonitors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways to the controls of real monitors and to the light of the room; virtual displays have neither. */
// [impl->req~app.monitor-reach~1]
final class MonitorReach {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorReach.class);
    private static final Path DEVICES = Path.of("/dev");
    private static final Path LIGHT_SENSORS = Path.of("/sys/bus/iio/devices");

    private final VendorGuard guard;

    /** @param guard keeps from writing to monitors that their vendor's own agent manages */
    MonitorReach(VendorGuard guard) {
        this.guard = guard;
    }

    /** What can be asked where {@code displays} lists a real one; nothing is opened where it lists none. */
    DriftWatch.Reached reached(Optional<? extends DisplayInventory> displays) {
        if (displays.filter(MonitorReach::hasRealDisplay).isEmpty()) {
            return DriftWatch.Reached.NOTHING;
        }
        List<MonitorDriver> drivers = new ArrayList<>(MonitorDrivers.plugged(MonitorReach.class.getClassLoader()));
        DdcutilDriver.open(new DdcutilSurroundings(MonitorReach::thread, Pause.SLEEPING, DEVICES))
                .ifPresent(drivers::add);
        WindowsMonitors.open().ifPresent(drivers::add);
        MacMonitors.open().ifPresent(drivers::add);
        return new DriftWatch.Reached(drivers.stream().map(guard::guarded).toList(), lightSensor());
    }

    /** The first light sensor of the kernel. */
    static Optional<AmbientLightSensor> lightSensor() {
        return IioLightSensor.found(LIGHT_SENSORS).stream().findFirst();
    }

    /** Where nobody can tell, nothing is opened either. */
    private static boolean hasRealDisplay(DisplayInventory displays) {
        try {
            return displays.displays().stream()
                    .anyMatch(display -> display.edid().filter(Edid::isVirtual).isEmpty());
        } catch (DeviceException e) {
            LOG.warn("displays cannot be listed [{}]: monitors' settings are not watched", e.code());
            return false;
        }
    }

    private static ExecutorService thread(String name) {
        return java.util.concurrent.Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
