package org.candela.calibration.device;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A monitor in memory that remembers every write; what it was not given it has not. */
public final class FakeMonitor implements MonitorControl {
    public final Map<VcpFeature, VcpValue> values = new EnumMap<>(VcpFeature.class);
    public final Map<VcpFeature, byte[]> tables = new EnumMap<>(VcpFeature.class);
    public final List<String> writes = new ArrayList<>();
    public boolean isAsleep;
    private final Edid edid;

    public FakeMonitor(String manufacturer) {
        this.edid = Edid.parse(Edids.block(manufacturer, 1, 2, "FAKE")).orElseThrow();
    }

    @Override
    public Optional<Edid> edid() {
        return Optional.of(edid);
    }

    @Override
    public String channel() {
        return "memory";
    }

    @Override
    public VcpValue read(VcpFeature feature) throws DeviceException {
        if (isAsleep) {
            throw new DeviceException("device.asleep", channel(), "saves power");
        }
        VcpValue value = values.get(feature);
        if (value == null) {
            throw new DeviceException("device.unsupported", channel(), feature + " is not there");
        }
        return value;
    }

    @Override
    public void set(VcpFeature feature, int value) throws DeviceException {
        values.put(feature, new VcpValue(value, read(feature).maximum()));
        writes.add(feature + "=" + value);
    }

    @Override
    public byte[] readTable(VcpFeature feature) throws DeviceException {
        byte[] table = tables.get(feature);
        if (table == null) {
            throw new DeviceException("device.unsupported", channel(), feature + " is not there");
        }
        return table.clone();
    }

    @Override
    public void setTable(VcpFeature feature, byte[] value) {
        tables.computeIfPresent(feature, (known, before) -> value.clone());
        writes.add(feature + " of " + value.length);
    }

    @Override
    public void close() {
        writes.add("closed");
    }
}
