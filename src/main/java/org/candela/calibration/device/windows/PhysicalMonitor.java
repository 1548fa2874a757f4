package org.candela.calibration.device.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.Pause;
import org.candela.calibration.device.ReadBack;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;

/** The controls of one monitor by dxva2. SetVCPFeature reports success also for what never arrived. Device thread. */
// [impl->req~device.windows~1]
final class PhysicalMonitor implements MonitorControl {
    private static final int TRIES = 4;
    private static final Duration BETWEEN = Duration.ofMillis(100);
    /** As long as a capabilities string may be. */
    private static final int MOST_TEXT = 64 * 1024;

    private final Win32 api;
    private final Handle handle;
    private final Pause pause;
    private boolean isClosed;

    /**
     * A handle that has to be destroyed.
     *
     * @param edid empty where it is not certain which monitor this is
     */
    record Handle(Pointer pointer, String channel, Optional<Edid> edid) {}

    PhysicalMonitor(Win32 api, Handle handle, Pause pause) {
        this.api = api;
        this.handle = handle;
        this.pause = pause;
    }

    @Override
    public Optional<Edid> edid() {
        return handle.edid();
    }

    @Override
    public String channel() {
        return handle.channel();
    }

    @Override
    public VcpValue read(VcpFeature feature) throws DeviceException {
        IntByReference current = new IntByReference();
        IntByReference maximum = new IntByReference();
        retried("reading " + feature, () -> api.dxva2()
                .GetVCPFeatureAndVCPFeatureReply(
                        handle.pointer(), (byte) feature.code(), new IntByReference(), current, maximum));
        try {
            return new VcpValue(current.getValue(), maximum.getValue());
        } catch (IllegalArgumentException e) {
            throw new DeviceException("device.garbled", channel(), "reading " + feature + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void set(VcpFeature feature, int value) throws DeviceException {
        read(feature);
        retried("setting " + feature, () -> api.dxva2().SetVCPFeature(handle.pointer(), (byte) feature.code(), value));
        new ReadBack(pause).prove(channel(), feature, value, () -> read(feature).current());
    }

    @Override
    public byte[] readTable(VcpFeature feature) throws DeviceException {
        throw noTables(feature);
    }

    @Override
    public void setTable(VcpFeature feature, byte[] value) throws DeviceException {
        throw noTables(feature);
    }

    @Override
    public String capabilities() throws DeviceException {
        IntByReference length = new IntByReference();
        retried("asking for its capabilities", () -> api.dxva2().GetCapabilitiesStringLength(handle.pointer(), length));
        if (length.getValue() < 0 || length.getValue() > MOST_TEXT) {
            throw new DeviceException(
                    "device.garbled", channel(), "a capabilities string of " + length.getValue() + " bytes");
        }
        Memory text = Layouts.zeroed(length.getValue() + 1);
        retried("reading its capabilities", () -> api.dxva2()
                .CapabilitiesRequestAndCapabilitiesReply(handle.pointer(), text, length.getValue()));
        return text.getString(0, StandardCharsets.ISO_8859_1.name());
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            api.dxva2().DestroyPhysicalMonitor(handle.pointer());
        }
    }

    private interface Call {
        /** @return 0 for failure */
        int make();
    }

    private void retried(String operation, Call call) throws DeviceException {
        if (isClosed) {
            throw new DeviceException("device.closed", channel(), operation + ": the channel is closed");
        }
        for (int left = TRIES - 1; call.make() == 0; left--) {
            DeviceException failure = Errors.last(channel(), operation);
            if (left == 0 || !Errors.isPassing(failure)) {
                throw failure;
            }
            pause.wait(BETWEEN);
        }
    }

    private DeviceException noTables(VcpFeature feature) {
        return new DeviceException(
                "device.unsupported", channel(), feature + ": Windows passes no table controls to a monitor");
    }
}
