package org.candela.calibration.device.randr;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.calibration.device.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * Catches X errors of one connection while calls are made on it.
 *
 * <p>X reports errors later and to one handler a process, whose default ends the process. The toolkit changes that handler
 * too, on its own thread, and may put ours back long after we took it away. So there is one handler a connection, which is
 * never collected and never passes an error on to itself. Errors of other connections go on to the handler that was there
 * before. Device thread.
 */
// [impl->req~device.randr~1]
final class ErrorTraps {
    private static final int ERROR_CODE = 32;
    private static final int REQUEST_CODE = 33;
    private static final int MINOR_CODE = 34;
    /** X may call these until the process ends, so the collector must not free them; nothing is ever read from here. */
    private static final Set<Callback> NEVER_COLLECTED = ConcurrentHashMap.newKeySet();

    private final X11 x11;
    private final Pointer display;
    private final X11.ErrorHandler handler = this::noteOrPassOn;
    private final Pointer own = CallbackReference.getFunctionPointer(handler);
    private volatile @Nullable Pointer previous;
    private volatile @Nullable String error;

    ErrorTraps(X11 x11, Pointer display) {
        this.x11 = x11;
        this.display = display;
        NEVER_COLLECTED.add(handler);
    }

    /** Errors are caught from here until the trap is closed. */
    Trap set() {
        x11.XSync(display, 0);
        Pointer found = x11.XSetErrorHandler(handler);
        if (!own.equals(found)) {
            previous = found;
        }
        return new Trap();
    }

    /** One stretch of calls. */
    final class Trap implements AutoCloseable {
        private Trap() {}

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
    }

    /** Layout of XErrorEvent on 64-bit systems: codes behind type, display, resource and serial. */
    private int noteOrPassOn(Pointer source, Pointer event) {
        Pointer next = previous;
        if (!source.equals(display)) {
            return next == null ? 0 : Function.getFunction(next).invokeInt(new Object[] {source, event});
        }
        error = "error " + event.getByte(ERROR_CODE) + ", request " + (event.getByte(REQUEST_CODE) & 0xFF) + "."
                + event.getByte(MINOR_CODE);
        return 0;
    }
}
