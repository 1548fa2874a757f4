package org.candela.bench;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** Reads greys back from the X screen over a connection of its own: what it sees has been presented. One thread. */
final class ScreenEye implements AutoCloseable {
    private static final int Z_PIXMAP = 2;
    private static final long ALL_PLANES = -1L;
    /** {@code XImage.data}, after four ints (Xlib.h). */
    private static final int DATA_OFFSET = 16;

    private static final long PERIOD_NANOS = 250_000;

    private final Xlib xlib = Native.load("X11", Xlib.class);
    private final Pointer display;
    private final NativeLong root;

    /** The part of Xlib that is needed. */
    interface Xlib extends Library {
        Pointer XOpenDisplay(String name);

        NativeLong XDefaultRootWindow(Pointer display);

        Pointer XGetImage(
                Pointer display, NativeLong drawable, int x, int y, int width, int height, NativeLong planes, int form);

        int XFree(Pointer data);

        int XCloseDisplay(Pointer display);
    }

    /** A grey that is waited for, 0 to 255, at a point of the screen. */
    record Look(int x, int y, int grey) {}

    ScreenEye(String name) {
        display = xlib.XOpenDisplay(name);
        root = xlib.XDefaultRootWindow(display);
    }

    /** Green of the pixel, 0 to 255. */
    int grey(int x, int y) {
        Pointer image = xlib.XGetImage(display, root, x, y, 1, 1, new NativeLong(ALL_PLANES), Z_PIXMAP);
        Pointer data = image.getPointer(DATA_OFFSET);
        int pixel = data.getInt(0);
        xlib.XFree(data);
        xlib.XFree(image);
        return pixel >> 8 & 0xFF;
    }

    /** {@link System#nanoTime()} when all were there at once; empty when they were not in time. */
    OptionalLong await(List<Look> looks, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!looks.stream().allMatch(this::isThere)) {
            if (System.nanoTime() > end) {
                return OptionalLong.empty();
            }
            LockSupport.parkNanos(PERIOD_NANOS);
        }
        return OptionalLong.of(System.nanoTime());
    }

    private boolean isThere(Look look) {
        return Math.abs(grey(look.x(), look.y()) - look.grey()) <= 2;
    }

    @Override
    public void close() {
        xlib.XCloseDisplay(display);
    }
}
