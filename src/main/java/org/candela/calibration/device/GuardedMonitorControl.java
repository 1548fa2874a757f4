package org.candela.calibration.device;

import java.util.Optional;
import org.candela.calibration.Luminance;

/** A monitor that a {@link VendorGuard} keeps from being set. */
record GuardedMonitorControl(MonitorControl monitor, VendorGuard guard) implements MonitorControl {
    @Override
    public Optional<Edid> edid() {
        return monitor.edid();
    }

    @Override
    public String channel() {
        return monitor.channel();
    }

    @Override
    public VcpValue read(VcpFeature feature) throws DeviceException {
        return monitor.read(feature);
    }

    @Override
    public void set(VcpFeature feature, int value) throws DeviceException {
        guard.requireUnmanaged(monitor);
        monitor.set(feature, value);
    }

    @Override
    public byte[] readTable(VcpFeature feature) throws DeviceException {
        return monitor.readTable(feature);
    }

    @Override
    public void setTable(VcpFeature feature, byte[] value) throws DeviceException {
        guard.requireUnmanaged(monitor);
        monitor.setTable(feature, value);
    }

    @Override
    public String capabilities() throws DeviceException {
        return monitor.capabilities();
    }

    @Override
    public Optional<Luminance> ownSensor() throws DeviceException {
        return monitor.ownSensor();
    }

    @Override
    public void close() {
        monitor.close();
    }
}
