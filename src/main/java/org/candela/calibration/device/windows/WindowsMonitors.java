package org.candela.calibration.device.windows;

import com.sun.jna.Memory;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorDriver;
import org.candela.calibration.device.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitors of Windows whose controls dxva2 reaches. Device thread. */
// [impl->req~device.windows~1]
public final class WindowsMonitors implements MonitorDriver {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsMonitors.class);
    private static final int MOST = 16;

    private final Win32 api;
    private final Monitors monitors;
    private final Pause pause;

    private WindowsMonitors(Win32 api, Pause pause) {
        this.api = api;
        this.monitors = new Monitors(api);
        this.pause = pause;
    }

    /** The monitors of this computer; empty on another system than 64-bit Windows. */
    public static Optional<WindowsMonitors> open() {
        if (!Platform.isWindows() || !Platform.is64Bit()) {
            return Optional.empty();
        }
        try {
            return Optional.of(on(Win32.load(name -> name), Pause.SLEEPING));
        } catch (UnsatisfiedLinkError e) {
            LOG.warn("a monitor library of Windows is missing, monitors cannot be set: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static WindowsMonitors on(Win32 api, Pause pause) {
        return new WindowsMonitors(api, pause);
    }

    @Override
    public String name() {
        return "dxva2";
    }

    @Override
    public List<MonitorControl> monitors() throws DeviceException {
        List<MonitorControl> controls = new ArrayList<>();
        for (Monitors.Monitor monitor : monitors.active()) {
            controls.addAll(physical(monitor));
        }
        if (controls.isEmpty()) {
            LOG.warn("no monitor can be set over DDC/CI: switch DDC/CI on in the monitor's own menu and connect it"
                    + " without a dock or converter");
        }
        return controls;
    }

    /** Each monitor is closed by whoever took it. */
    @Override
    public void close() {}

    /** Empty for what has no wire, as the panel of a laptop. */
    private List<MonitorControl> physical(Monitors.Monitor monitor) {
        IntByReference count = new IntByReference();
        String name = monitor.device().connector();
        if (api.dxva2().GetNumberOfPhysicalMonitorsFromHMONITOR(monitor.handle(), count) == 0
                || count.getValue() < 1
                || count.getValue() > MOST) {
            LOG.info("{} has no monitor that can be set", name);
            return List.of();
        }
        Memory found = Layouts.zeroed(count.getValue() * Layouts.PhysicalMonitor.SIZE);
        if (api.dxva2().GetPhysicalMonitorsFromHMONITOR(monitor.handle(), count.getValue(), found) == 0) {
            LOG.info("{}", Errors.last(name, "GetPhysicalMonitorsFromHMONITOR").getMessage());
            return List.of();
        }
        List<MonitorControl> controls = new ArrayList<>();
        for (int i = 0; i < count.getValue(); i++) {
            controls.add(control(monitor, found, i, count.getValue()));
        }
        return controls;
    }

    /** Where several monitors show one part of the desktop, nothing says which handle is which: none is named. */
    private MonitorControl control(Monitors.Monitor monitor, Memory found, int index, int count) {
        int at = index * Layouts.PhysicalMonitor.SIZE;
        Pointer handle = found.getPointer(at + Layouts.PhysicalMonitor.HANDLE);
        String text = Layouts.text(
                found, at + Layouts.PhysicalMonitor.DESCRIPTION, Layouts.PhysicalMonitor.DESCRIPTION_CHARS);
        Optional<Edid> edid = count == 1 ? monitor.device().edid() : Optional.empty();
        String which = count == 1 ? "" : " " + (index + 1) + " of " + count + ", not told apart";
        return new PhysicalMonitor(
                api,
                new PhysicalMonitor.Handle(handle, "dxva2 " + monitor.device().connector() + " " + text + which, edid),
                pause);
    }
}
