package org.candela.calibration.device.randr;

import com.sun.jna.Pointer;
import org.candela.calibration.device.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * Catches X errors of one connection.
 *
 * <p>X reports errors later and to one handler a process, whose default ends the process. That handler is left alone: the
 * toolkit changes it too, on its own thread. Errors of this connection are taken before they would get there. Device thread.
 */
// [impl->req~device.randr~1]
final class ErrorTraps {
    private static final int ERROR_CODES = 256;
    /** Layout of xError (Xproto.h): type, code, sequence, resource, minor code, major code. */
    private static final int ERROR_CODE = 1;

    private static final int MINOR_CODE = 8;
    private static final int MAJOR_CODE = 10;

    private final X11 x11;
    private final Pointer display;
    /** Xlib may call it until the connection is closed: the collector must not free it before. */
    private final X11.ErrorWire wire = (source, event, reported) -> take(reported);

    private @Nullable String error;

    /** Errors on {@code display} are caught from now until it is closed. */
    ErrorTraps(X11 x11, Pointer display) {
        this.x11 = x11;
        this.display = display;
        for (int code = 0; code < ERROR_CODES; code++) {
            x11.XESetWireToError(display, code, wire);
        }
    }

    /** Waits for the server's answer to all calls so far and throws the last error it reported. */
    void check(String device, String operation) throws DeviceException {
        x11.XSync(display, 0);
        String found = error;
        error = null;
        if (found != null) {
            throw new DeviceException("device.x-error", device, operation + " refused by the X server, " + found);
        }
    }

    private int take(Pointer reported) {
        error = "error " + (reported.getByte(ERROR_CODE) & 0xFF) + ", request " + (reported.getByte(MAJOR_CODE) & 0xFF)
                + "." + (reported.getShort(MINOR_CODE) & 0xFFFF);
        return 0;
    }
}
