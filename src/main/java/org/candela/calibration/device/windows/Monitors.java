package org.candela.calibration.device.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.windows.Layouts.Device;
import org.candela.calibration.device.windows.Layouts.MonitorInfo;

/**
 * The parts of the desktop, each with the monitor that shows it.
 *
 * <p>HMONITOR → GDI name ({@code \\.\DISPLAY1}) → interface path of the one active monitor on it → device instance path →
 * EDID. The order in which Windows lists things says nothing. Where two monitors show the same part (duplicated), none is
 * named: a table or a control would reach both. Device thread.
 */
// [impl->req~device.windows~1]
final class Monitors {
    private static final int INTERFACE_NAME = 1;
    private static final int ACTIVE = 1;
    /** More outputs than any desktop has; a driver that never says no more ends here. */
    private static final int MOST = 64;

    private static final String PREFIX = "\\\\?\\";

    private final Win32 api;
    private final RegistryEdids edids;

    Monitors(Win32 api) {
        this.api = api;
        this.edids = new RegistryEdids(api);
    }

    /**
     * A part of the desktop.
     *
     * @param handle HMONITOR, valid until displays change
     * @param instances device instance paths of the active monitors that show it, in capitals
     */
    record Monitor(Pointer handle, DisplayDevice device, List<String> instances) {}

    List<Monitor> active() throws DeviceException {
        List<Pointer> handles = new ArrayList<>();
        Win32.MonitorEnum each = (monitor, dc, rect, data) -> {
            handles.add(monitor);
            return handles.size() < MOST ? 1 : 0;
        };
        if (api.user().EnumDisplayMonitors(null, null, each, null) == 0 && handles.size() < MOST) {
            throw Errors.last("displays", "EnumDisplayMonitors");
        }
        Map<String, byte[]> known = edids.byInstance();
        List<Monitor> monitors = new ArrayList<>();
        for (Pointer handle : handles) {
            monitor(handle, known).ifPresent(monitors::add);
        }
        return monitors;
    }

    /** Empty when it went away since it was listed. */
    private Optional<Monitor> monitor(Pointer handle, Map<String, byte[]> known) {
        Memory info = Layouts.sized(MonitorInfo.SIZE);
        if (api.user().GetMonitorInfoW(handle, info) == 0) {
            return Optional.empty();
        }
        String name = Layouts.text(info, MonitorInfo.DEVICE, MonitorInfo.DEVICE_CHARS);
        List<String> instances = instances(name);
        Optional<Edid> edid = instances.size() == 1
                ? Optional.ofNullable(known.get(instances.get(0))).flatMap(Edid::parse)
                : Optional.empty();
        return Optional.of(new Monitor(handle, new DisplayDevice(name, edid, place(info)), instances));
    }

    private static Place place(Memory info) {
        int x = info.getInt(MonitorInfo.LEFT);
        int y = info.getInt(MonitorInfo.TOP);
        return new Place(x, y, info.getInt(MonitorInfo.RIGHT) - x, info.getInt(MonitorInfo.BOTTOM) - y);
    }

    private List<String> instances(String adapter) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Memory device = Layouts.sized(Device.SIZE);
            if (api.user().EnumDisplayDevicesW(Layouts.wide(adapter), i, device, INTERFACE_NAME) == 0) {
                break;
            }
            if ((device.getInt(Device.STATE) & ACTIVE) != 0) {
                found.add(instance(Layouts.text(device, Device.ID, Device.ID_CHARS)));
            }
        }
        return found;
    }

    /** {@code \\?\DISPLAY#GSM5B09#5&1a2b&0&UID4352#{guid}} is the interface of {@code DISPLAY\GSM5B09\5&1A2B&0&UID4352}. */
    static String instance(String interfacePath) {
        String path = interfacePath.startsWith(PREFIX) ? interfacePath.substring(PREFIX.length()) : interfacePath;
        int guid = path.lastIndexOf("#{");
        return (guid < 0 ? path : path.substring(0, guid)).replace('#', '\\').toUpperCase(Locale.ROOT);
    }
}
