package org.candela.calibration.device.randr;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.ByteByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.ShortByReference;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.ScreenPower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Screensaver and DPMS of an X server (MIT-SCREEN-SAVER 1.1, DPMS 1.1), by libXss and libXext.
 *
 * <p>A hold has a connection of its own: XScreenSaverSuspend, which stops the timers of both, lasts until the client that asked
 * for it is gone, so the server itself ends it after a kill. Device thread only.
 */
// [impl->req~device.awake~1]
public final class XScreenPower implements ScreenPower, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(XScreenPower.class);
    /** Suspending came with version 1.1. */
    private static final int SUSPEND_MAJOR = 1;

    private static final int SUSPEND_MINOR = 1;

    private final X11 x11;
    private final Saver saver;
    private final Dpms dpms;
    private final String name;
    private final Pointer display;
    private boolean isClosed;

    private XScreenPower(X11 x11, Saver saver, Dpms dpms, String name, Pointer display) {
        this.x11 = x11;
        this.saver = saver;
        this.dpms = dpms;
        this.name = name;
        this.display = display;
    }

    /** The part of libXss that is used (extensions/scrnsaver.h). */
    interface Saver extends Library {
        int XScreenSaverQueryExtension(Pointer display, IntByReference event, IntByReference error);

        int XScreenSaverQueryVersion(Pointer display, IntByReference major, IntByReference minor);

        void XScreenSaverSuspend(Pointer display, int suspend);
    }

    /** The part of libXext that is used (extensions/dpms.h); BOOL is one byte, CARD16 two. */
    interface Dpms extends Library {
        int DPMSQueryExtension(Pointer display, IntByReference event, IntByReference error);

        int DPMSInfo(Pointer display, ShortByReference level, ByteByReference isEnabled);
    }

    /** Power saving of X display {@code name}; empty, with a warning, where it cannot be reached. */
    public static Optional<XScreenPower> open(String name) {
        if (!Platform.isLinux() || Native.LONG_SIZE != Long.BYTES) {
            return Optional.empty();
        }
        try {
            X11 x11 = Native.load("X11", X11.class);
            Saver saver = Native.load("Xss", Saver.class);
            Dpms dpms = Native.load("Xext", Dpms.class);
            Pointer display = x11.XOpenDisplay(name);
            if (display == null) {
                LOG.warn("X display {} cannot be opened: its screensaver may come during a measurement", name);
                return Optional.empty();
            }
            return Optional.of(new XScreenPower(x11, saver, dpms, name, display));
        } catch (UnsatisfiedLinkError e) {
            LOG.warn("libXss and libXext are needed (packages libxss1, libxext6) to keep the screensaver away");
            return Optional.empty();
        }
    }

    @Override
    public boolean isAsleep() {
        ShortByReference level = new ShortByReference();
        ByteByReference isEnabled = new ByteByReference();
        return !isClosed
                && dpms.DPMSQueryExtension(display, new IntByReference(), new IntByReference()) != 0
                && dpms.DPMSInfo(display, level, isEnabled) != 0
                && isEnabled.getValue() != 0
                && level.getValue() != 0;
    }

    @Override
    public Hold keepAwake() throws DeviceException {
        Pointer own = x11.XOpenDisplay(name);
        if (own == null) {
            throw new DeviceException("device.no-answer", "X server", "no connection to keep the screensaver away");
        }
        if (!canSuspend(own)) {
            x11.XCloseDisplay(own);
            throw new DeviceException(
                    "device.unsupported", "X server", "its screensaver cannot be kept away (MIT-SCREEN-SAVER 1.1)");
        }
        saver.XScreenSaverSuspend(own, 1);
        x11.XSync(own, 0);
        return new Hold() {
            private boolean isOver;

            @Override
            public void close() {
                if (!isOver) {
                    isOver = true;
                    x11.XCloseDisplay(own);
                }
            }
        };
    }

    private boolean canSuspend(Pointer own) {
        IntByReference major = new IntByReference();
        IntByReference minor = new IntByReference();
        return saver.XScreenSaverQueryExtension(own, new IntByReference(), new IntByReference()) != 0
                && saver.XScreenSaverQueryVersion(own, major, minor) != 0
                && (major.getValue() > SUSPEND_MAJOR
                        || (major.getValue() == SUSPEND_MAJOR && minor.getValue() >= SUSPEND_MINOR));
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            x11.XCloseDisplay(display);
        }
    }
}
