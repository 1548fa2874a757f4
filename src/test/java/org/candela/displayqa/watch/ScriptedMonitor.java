package org.candela.displayqa.watch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;

/** A monitor whose controls a test turns. */
final class ScriptedMonitor implements MonitorControl {
    final Map<VcpFeature, Integer> values = new EnumMap<>(VcpFeature.class);
    boolean isAsleep;

    @Override
    public Optional<Edid> edid() {
        return WatchDesk.LEFT.edid();
    }

    @Override
    public String channel() {
        return "script";
    }

    @Override
    public VcpValue read(VcpFeature feature) throws DeviceException {
        if (isAsleep) {
            throw new DeviceException("device.asleep", "script", "saves power");
        }
        Integer value = values.get(feature);
        if (value == null) {
            throw new DeviceException("device.unsupported", "script", "no " + feature);
        }
        return new VcpValue(value, 100);
    }

    @Override
    public void set(VcpFeature feature, int value) {
        values.put(feature, value);
    }

    @Override
    public byte[] readTable(VcpFeature feature) throws DeviceException {
        throw new DeviceException("device.unsupported", "script", "no tables");
    }

    @Override
    public void setTable(VcpFeature feature, byte[] value) throws DeviceException {
        throw new DeviceException("device.unsupported", "script", "no tables");
    }

    @Override
    public void close() {}
}
