package org.candela.calibration.device;

import java.util.List;

/** A driver whose monitors a {@link VendorGuard} guards. */
record GuardedMonitorDriver(MonitorDriver driver, VendorGuard guard) implements MonitorDriver {
    @Override
    public String name() {
        return driver.name();
    }

    @Override
    public List<MonitorControl> monitors() throws DeviceException {
        return driver.monitors().stream().map(guard::guarded).toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
