package org.candela.calibration.device.randr;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.SeenDisplays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Displays of an X server and their gamma ramps (RandR 1.3), over a connection of its own.
 *
 * <p>The ramps found at first use are put back on {@link #close()}, on the panels they were found on and where ours are still
 * in force. Device thread only.
 */
// [impl->req~device.randr~1]
public final class RandrDriver implements DisplayInventory, GraphicsLut, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RandrDriver.class);

    /** Screen, CRTC, output and output property changes (randr.h). */
    private static final int ANY_CHANGE = 0b1111;

    private static final int XEVENT_BYTES = 24 * Long.BYTES;

    private static final String XWAYLAND = "XWAYLAND";

    private final X11 x11;
    private final X11.Xrandr xrandr;
    private final Pointer display;
    private final ErrorTraps traps;
    /** By panel: the CRTC that drives one now may drive another by the end. */
    private final Map<ScreenId, Changed> changed = new HashMap<>();

    private boolean isClosed;

    /** A display whose ramp we replaced. */
    private record Changed(DisplayDevice device, GammaRamp found, GammaRamp loaded) {}

    private RandrDriver(X11 x11, X11.Xrandr xrandr, Pointer display) {
        this.x11 = x11;
        this.xrandr = xrandr;
        this.display = display;
        this.traps = new ErrorTraps(x11, display);
    }

    /** The driver for X display {@code name}, as {@code ":0"}; empty, with a warning, when it cannot work here. */
    public static Optional<RandrDriver> open(String name) {
        if (!Platform.isLinux() || Native.LONG_SIZE != Long.BYTES) {
            return Optional.empty();
        }
        try {
            X11 x11 = Native.load("X11", X11.class);
            X11.Xrandr xrandr = Native.load("Xrandr", X11.Xrandr.class);
            Pointer display = x11.XOpenDisplay(name);
            if (display == null) {
                LOG.warn("X display {} cannot be opened: displays are not identified", name);
                return Optional.empty();
            }
            if (xrandr.XRRQueryVersion(display, new IntByReference(), new IntByReference()) == 0) {
                LOG.warn("X display {} has no RandR: displays are not identified", name);
                x11.XCloseDisplay(display);
                return Optional.empty();
            }
            xrandr.XRRSelectInput(display, x11.XDefaultRootWindow(display), ANY_CHANGE);
            return Optional.of(new RandrDriver(x11, xrandr, display));
        } catch (UnsatisfiedLinkError e) {
            LOG.warn("libX11 and libXrandr are needed (package libxrandr2): displays are not identified");
            return Optional.empty();
        }
    }

    @Override
    public List<DisplayDevice> displays() throws DeviceException {
        return SeenDisplays.fromLeft(
                outputs().stream().map(Outputs.Output::device).toList());
    }

    /** The toolkit is told of places and sizes alone: a panel that another one took the cable of looks the same to it. */
    @Override
    public boolean hasChanged() {
        boolean isChanged = false;
        if (!isClosed) {
            try (Memory event = new Memory(XEVENT_BYTES)) {
                while (x11.XPending(display) > 0) {
                    x11.XNextEvent(display, event);
                    isChanged = true;
                }
            }
        }
        return isChanged;
    }

    @Override
    public int size(DisplayDevice device) throws DeviceException {
        return read(device).size();
    }

    @Override
    public GammaRamp read(DisplayDevice device) throws DeviceException {
        return read(device.connector(), crtc(device));
    }

    @Override
    public void load(DisplayDevice device, GammaRamp ramp) throws DeviceException {
        refuseWithoutEffect(device);
        NativeLong crtc = crtc(device);
        GammaRamp found = Optional.ofNullable(changed.get(device.id()))
                .map(Changed::found)
                .orElse(read(device.connector(), crtc));
        write(device.connector(), crtc, ramp);
        changed.put(device.id(), new Changed(device, found, ramp));
        if (!read(device.connector(), crtc).equals(ramp)) {
            throw DeviceException.notApplied(device.connector(), "the ramp read back is not the one that was loaded");
        }
    }

    /**
     * Under Wayland an X server for old programs accepts ramps, reads them back, and changes nothing on the screen. Newer
     * ones have an extension of their own, older ones name their outputs so.
     */
    // [impl->req~device.no-silent-ramp~1]
    private void refuseWithoutEffect(DisplayDevice device) throws DeviceException {
        requireOpen();
        boolean isXwayland =
                x11.XQueryExtension(display, XWAYLAND, new IntByReference(), new IntByReference(), new IntByReference())
                        != 0;
        if (isXwayland || device.connector().startsWith(XWAYLAND)) {
            throw new DeviceException(
                    "device.verify-only",
                    device.connector(),
                    "a Wayland session ignores graphics tables loaded through X: displays can be tested here, not"
                            + " calibrated; log in to an X session for that");
        }
    }

    @Override
    public void leave(DisplayDevice device) {
        changed.remove(device.id());
    }

    @Override
    public void close() {
        changed.values().forEach(this::putBack);
        changed.clear();
        if (!isClosed) {
            isClosed = true;
            x11.XCloseDisplay(display);
        }
    }

    /** A ramp that is no longer ours belongs to whoever loaded it. */
    private void putBack(Changed display) {
        try {
            NativeLong crtc = crtc(display.device());
            String name = display.device().connector();
            if (read(name, crtc).equals(display.loaded())) {
                write(name, crtc, display.found().toPutBack());
            }
        } catch (DeviceException e) {
            LOG.warn(
                    "the gamma ramp of {} could not be put back: {}",
                    display.device().id(),
                    e.getMessage());
        }
    }

    /** Comes before every call: one on a closed connection would end the process. */
    private void requireOpen() throws DeviceException {
        if (isClosed) {
            throw new DeviceException("device.closed", "X server", "the connection is closed");
        }
    }

    private GammaRamp read(String device, NativeLong crtc) throws DeviceException {
        requireOpen();
        Pointer gamma = xrandr.XRRGetCrtcGamma(display, crtc);
        traps.check(device, "reading the gamma ramp");
        return GammaStruct.take(device, gamma, xrandr);
    }

    private void write(String device, NativeLong crtc, GammaRamp ramp) throws DeviceException {
        requireOpen();
        Pointer gamma = GammaStruct.of(device, ramp, xrandr);
        try {
            xrandr.XRRSetCrtcGamma(display, crtc, gamma);
            traps.check(device, "loading a gamma ramp of " + ramp.size() + " entries");
        } finally {
            xrandr.XRRFreeGamma(gamma);
        }
    }

    /** Of the panel, whichever connector it is at now; of two that give the same identity the one at its connector. */
    private NativeLong crtc(DisplayDevice device) throws DeviceException {
        @Nullable NativeLong elsewhere = null;
        for (Outputs.Output output : outputs()) {
            if (output.device().id().equals(device.id())) {
                if (output.device().connector().equals(device.connector())) {
                    return output.crtc();
                }
                elsewhere = output.crtc();
            }
        }
        if (elsewhere != null) {
            return elsewhere;
        }
        throw new DeviceException("device.gone", device.connector(), "the display is no longer there");
    }

    private List<Outputs.Output> outputs() throws DeviceException {
        requireOpen();
        Pointer resources = xrandr.XRRGetScreenResourcesCurrent(display, x11.XDefaultRootWindow(display));
        traps.check("X server", "listing displays");
        if (resources == null) {
            throw new DeviceException("device.no-answer", "X server", "no list of displays");
        }
        try {
            List<Outputs.Output> outputs = new Outputs(x11, xrandr, display, resources).active();
            traps.check("X server", "reading displays");
            return outputs;
        } finally {
            xrandr.XRRFreeScreenResources(resources);
        }
    }
}
