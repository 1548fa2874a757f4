package org.candela.calibration.device.sim;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorLut;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;

/**
 * The controls of a {@link SimulatedMonitor}, as over a channel; it says SIMULATED. Somebody turns them behind its back by
 * {@link SimulatedSettings#turn}. It has a LUT of its own only where {@link #withLut} gave it one. Device thread.
 */
// [impl->req~device.simulated~1]
public final class SimulatedMonitorControl implements MonitorControl {
    private static final Set<VcpFeature> READ_ONLY =
            EnumSet.of(VcpFeature.USAGE_HOURS, VcpFeature.FIRMWARE, VcpFeature.MCCS_VERSION, VcpFeature.TECHNOLOGY);

    private final SimulatedMonitor monitor;
    private final SimulatedSettings settings;
    private final Optional<Edid> edid;
    private final Set<VcpFeature> ignored = EnumSet.noneOf(VcpFeature.class);
    private boolean isPlugged = true;
    private Optional<MonitorLut> shape = Optional.empty();
    private Optional<GammaRamp> pretended = Optional.empty();

    private SimulatedMonitorControl(SimulatedMonitor monitor, Optional<Edid> edid) {
        this.monitor = monitor;
        this.settings = monitor.settings();
        this.edid = edid;
    }

    /** Of a monitor that says nothing of itself. */
    public static SimulatedMonitorControl of(SimulatedMonitor monitor) {
        return new SimulatedMonitorControl(monitor, Optional.empty());
    }

    /** Of a monitor that says this of itself. */
    public static SimulatedMonitorControl of(SimulatedMonitor monitor, Edid edid) {
        return new SimulatedMonitorControl(monitor, Optional.of(edid));
    }

    /** Gives the monitor a LUT of its own (VCP 73 to 75), straight to begin with. */
    public SimulatedMonitorControl withLut(MonitorLut lut) {
        shape = Optional.of(lut);
        monitor.loadOwnLut(lut.rounded(GammaRamp.identity(lut.entries())));
        return this;
    }

    /** From now on the monitor takes a LUT and gives it back, and goes on with the one it has. */
    public void pretendLut() {
        pretended = monitor.ownLut();
    }

    /** Pulls the plug. */
    public void unplug() {
        isPlugged = false;
    }

    /** From now on the monitor accepts a set of this control without a word and does nothing. */
    public void ignore(VcpFeature feature) {
        ignored.add(feature);
    }

    @Override
    public Optional<Edid> edid() {
        return edid;
    }

    @Override
    public String channel() {
        return "SIMULATED channel";
    }

    @Override
    public Optional<Luminance> ownSensor() throws DeviceException {
        return Optional.of(SimulatedPhotometer.internal(monitor).read());
    }

    @Override
    public VcpValue read(VcpFeature feature) throws DeviceException {
        requireReachable(feature);
        return settings.value(feature).orElseThrow(() -> failed("device.unsupported", feature, "it has none"));
    }

    @Override
    public void set(VcpFeature feature, int value) throws DeviceException {
        VcpValue before = read(feature);
        if (READ_ONLY.contains(feature) || value < 0 || value > before.maximum()) {
            throw failed("device.unsupported", feature, "it does not take " + value);
        }
        if (!ignored.contains(feature)) {
            settings.turn(feature, value);
        }
        int now = read(feature).current();
        if (now != value) {
            throw failed("device.not-applied", feature, "it is " + now + " after it was set to " + value);
        }
    }

    @Override
    public byte[] readTable(VcpFeature feature) throws DeviceException {
        requireReachable(feature);
        MonitorLut lut = shape.orElseThrow(() -> failed("device.unsupported", feature, "it has no tables"));
        return switch (feature) {
            case LUT_SIZE -> size(lut);
            case BLOCK_LUT -> lut.encode(pretended.or(monitor::ownLut).orElseThrow());
            default -> throw failed("device.unsupported", feature, "it is no table");
        };
    }

    @Override
    public void setTable(VcpFeature feature, byte[] value) throws DeviceException {
        requireReachable(feature);
        MonitorLut lut = shape.orElseThrow(() -> failed("device.unsupported", feature, "it has no tables"));
        GammaRamp ramp = lut.decodeBlock(value)
                .orElseThrow(() -> failed("device.unsupported", feature, "it does not take such a table"));
        if (pretended.isPresent()) {
            pretended = Optional.of(ramp);
        } else if (!ignored.contains(feature)) {
            monitor.loadOwnLut(ramp);
        }
    }

    private static byte[] size(MonitorLut lut) {
        short entries = (short) lut.entries();
        return ByteBuffer.allocate(9)
                .putShort(entries)
                .putShort(entries)
                .putShort(entries)
                .put((byte) lut.redBits())
                .put((byte) lut.greenBits())
                .put((byte) lut.blueBits())
                .array();
    }

    @Override
    public void close() {}

    private void requireReachable(VcpFeature feature) throws DeviceException {
        if (!isPlugged) {
            throw failed("device.gone", feature, "no answer; is it plugged in?");
        }
        if (!settings.isAwake() && feature != VcpFeature.POWER_MODE) {
            throw failed("device.asleep", feature, "it saves power");
        }
    }

    private static DeviceException failed(String code, VcpFeature feature, String problem) {
        return new DeviceException(code, "SIMULATED monitor", feature + ": " + problem);
    }
}
