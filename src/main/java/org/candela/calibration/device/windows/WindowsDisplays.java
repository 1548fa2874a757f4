package org.candela.calibration.device.windows;

import com.sun.jna.Memory;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.SeenDisplays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Displays of Windows and their GDI gamma ramps of 256 inputs.
 *
 * <p>SetDeviceGammaRamp may report success and do nothing; a ramp counts as loaded when it is read back. What shows on the
 * glass is proven by measuring alone. The ramps found at first use are put back on {@link #close()}. A process may draw at
 * another scale than Windows' own: places are those this process sees. Device thread only.
 */
// [impl->req~device.windows~1]
public final class WindowsDisplays implements DisplayInventory, GraphicsLut, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsDisplays.class);

    private final Win32 api;
    private final Monitors monitors;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final SeenDisplays<Monitors.Monitor> seen = new SeenDisplays<>();
    private boolean isClosed;

    /** A ramp that is to come back to that panel on that port, wherever on the desktop it then is. */
    private record Found(DisplayDevice display, GammaRamp ramp) {}

    private WindowsDisplays(Win32 api) {
        this.api = api;
        this.monitors = new Monitors(api);
    }

    /** The displays of this computer; empty on another system than 64-bit Windows. */
    public static Optional<WindowsDisplays> open() {
        if (!Platform.isWindows() || !Platform.is64Bit()) {
            return Optional.empty();
        }
        try {
            Optional<WindowsDisplays> driver = Optional.of(on(Win32.load(name -> name)));
            LOG.info("displays by the driver for Windows, which has not yet been run on hardware");
            return driver;
        } catch (UnsatisfiedLinkError e) {
            LOG.warn("a display library of Windows is missing, displays are not identified: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static WindowsDisplays on(Win32 api) {
        return new WindowsDisplays(api);
    }

    @Override
    public List<DisplayDevice> displays() throws DeviceException {
        return SeenDisplays.fromLeft(
                seen.see(this::active).stream().map(Monitors.Monitor::device).toList());
    }

    /** Asks Windows anew, which answers at once. */
    @Override
    public boolean hasChanged() {
        return !isClosed && seen.isChanged(this::active);
    }

    @Override
    public int size(DisplayDevice display) throws DeviceException {
        require(display);
        return GammaTable.SIZE;
    }

    @Override
    public GammaRamp read(DisplayDevice display) throws DeviceException {
        require(display);
        return get(display.connector());
    }

    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        refuseWithoutEffect(require(display));
        String name = display.connector();
        if (ramp.size() != GammaTable.SIZE) {
            throw new DeviceException("device.refused", name, "takes 256 inputs, not " + ramp.size());
        }
        GammaRamp before = get(name);
        found.putIfAbsent(name + " " + display.id(), new Found(display, before));
        set(name, ramp);
        GammaRamp held = get(name);
        if (!held.equals(ramp)) {
            throw notApplied(name, ramp, before, held);
        }
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        found.values().forEach(this::putBack);
        found.clear();
        isClosed = true;
    }

    private void putBack(Found before) {
        try {
            require(before.display());
            set(before.display().connector(), before.ramp());
            if (!get(before.display().connector()).equals(before.ramp())) {
                LOG.warn(
                        "the gamma ramp found on {} did not come back",
                        before.display().connector());
            }
        } catch (DeviceException e) {
            LOG.warn("a gamma ramp could not be put back: {}", e.getMessage());
        }
    }

    /** A table that would reach two monitors, or none as under HDR, is not loaded. */
    // [impl->req~device.no-silent-ramp~1]
    private void refuseWithoutEffect(Monitors.Monitor monitor) throws DeviceException {
        String name = monitor.device().connector();
        if (monitor.instances().size() > 1) {
            throw new DeviceException(
                    "device.verify-only",
                    name,
                    monitor.instances().size() + " monitors show this part of the desktop, and a table would reach them"
                            + " all; extend the desktop instead of duplicating it");
        }
        if (new AdvancedColour(api).isOn(name)) {
            throw new DeviceException(
                    "device.verify-only",
                    name,
                    "HDR or automatic colour management is on, under which graphics tables mean nothing; switch it off"
                            + " in the display settings of Windows");
        }
    }

    private DeviceException notApplied(String name, GammaRamp wanted, GammaRamp before, GammaRamp held) {
        String what = held.equals(before)
                ? "Windows reported success and did not change the table"
                : "another table is there than the one loaded (" + GammaTable.difference(wanted, held) + ")";
        return DeviceException.notApplied(name, what + advice(wanted));
    }

    private String advice(GammaRamp ramp) {
        return GammaTable.advice(ramp, new RegistryEdids(api).gammaRange());
    }

    private GammaRamp get(String name) throws DeviceException {
        try (Memory table = GammaTable.empty()) {
            int isTold = withDc(name, dc -> api.gdi().GetDeviceGammaRamp(dc, table));
            if (isTold == 0) {
                throw new DeviceException("device.no-ramp", name, "its driver has no gamma ramp");
            }
            return GammaTable.ramp(table);
        }
    }

    private void set(String name, GammaRamp ramp) throws DeviceException {
        try (Memory table = GammaTable.of(ramp)) {
            int isTaken = withDc(name, dc -> api.gdi().SetDeviceGammaRamp(dc, table));
            if (isTaken == 0) {
                throw new DeviceException("device.refused", name, "Windows refused the table" + advice(ramp));
            }
        }
    }

    private interface DcCall {
        int on(Pointer dc);
    }

    private int withDc(String name, DcCall call) throws DeviceException {
        Pointer dc = api.gdi().CreateDCW(null, Layouts.wide(name), null, null);
        if (dc == null) {
            throw new DeviceException("device.gone", name, "the display is no longer there");
        }
        try {
            return call.on(dc);
        } finally {
            api.gdi().DeleteDC(dc);
        }
    }

    /** The same panel in the same place of the cable; another one would get a table that was made for this. */
    private Monitors.Monitor require(DisplayDevice display) throws DeviceException {
        for (Monitors.Monitor monitor : active()) {
            if (monitor.device().connector().equals(display.connector())
                    && monitor.device().id().equals(display.id())) {
                return monitor;
            }
        }
        throw new DeviceException("device.gone", display.connector(), "the display is no longer there");
    }

    private List<Monitors.Monitor> active() throws DeviceException {
        if (isClosed) {
            throw new DeviceException("device.closed", "displays of Windows", "the driver is closed");
        }
        return monitors.active();
    }
}
