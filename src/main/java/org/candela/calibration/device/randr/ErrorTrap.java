package org.candela.calibration.device.randr;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import org.candela.calibration.device.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * Catches X errors of one connection while calls are made on it.
 *
 * <p>X reports errors later and to one handler a process, whose default ends the process. Errors of other connections go
 * on to the handler that was there before. Device thread.
 */
final class ErrorTrap implements AutoCloseable {
    private static final int ERROR_CODE = 32;
    private static final int REQUEST_CODE = 33;
    private static final int MINOR_CODE = 34;

    private final X11 x11;
    private final Pointer display;
    private final X11.ErrorHandler handler = this::noteOrPassOn;
    private final @Nullable Pointer previous;
    private volatile @Nullable String error;

    private ErrorTrap(X11 x11, Pointer display) {
        this.x11 = x11;
        this.display = display;
        x11.XSync(display, 0);
        this.previous = x11.XSetErrorHandler(handler);
    }

    static ErrorTrap set(X11 x11, Pointer display) {
        return new ErrorTrap(x11, display);
    }

    /** Waits for the server's answer to all calls so far and throws the error it reported. */
    void check(String device, String operation) throws DeviceException {
        x11.XSync(display, 0);
        String found = error;
        error = null;
        if (found != null) {
            throw new DeviceException("device.x-error", device, operation + " refused by the X server, " + found);
        }
    }

    @Override
    public void close() {
        x11.XSync(display, 0);
        x11.XSetErrorHandler(previous);
    }

    /** Layout of XErrorEvent on 64-bit systems: codes behind type, display, resource and serial. */
    private int noteOrPassOn(Pointer source, Pointer event) {
        if (!source.equals(display)) {
            return previous == null ? 0 : Function.getFunction(previous).invokeInt(new Object[] {source, event});
        }
        error = "error " + event.getByte(ERROR_CODE) + ", request " + (event.getByte(REQUEST_CODE) & 0xFF) + "."
                + event.getByte(MINOR_CODE);
        return 0;
    }
}
