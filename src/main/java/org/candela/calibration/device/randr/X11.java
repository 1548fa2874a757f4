package org.candela.calibration.device.randr;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** The part of libX11 that is used (Xlib.h). */
interface X11 extends Library {
    @Nullable
    Pointer XOpenDisplay(String name);

    int XCloseDisplay(Pointer display);

    NativeLong XDefaultRootWindow(Pointer display);

    int XSync(Pointer display, int discard);

    int XQueryExtension(
            Pointer display, String name, IntByReference opcode, IntByReference event, IntByReference error);

    int XFree(Pointer data);

    /** Events that have come or can be read at once; asks the server nothing. */
    int XPending(Pointer display);

    /** @param event room for an XEvent, 24 longs */
    int XNextEvent(Pointer display, Pointer event);

    NativeLong XInternAtom(Pointer display, String name, int onlyIfExists);

    /**
     * Xlib C.3: who turns an error of this code, 0 to 255, of this connection into an event for the process's error handler.
     *
     * @return who did so before
     */
    @Nullable
    Pointer XESetWireToError(Pointer display, int errorCode, ErrorWire wire);

    /** Called by Xlib amid a call; must call none of it. */
    interface ErrorWire extends Callback {
        /**
         * @param event an XErrorEvent to be filled
         * @param error an xError (Xproto.h)
         * @return 0 keeps the error from the process's error handler, whose default ends the process
         */
        int callback(Pointer display, Pointer event, Pointer error);
    }

    /** The part of libXrandr that is used (Xrandr.h). */
    interface Xrandr extends Library {
        int XRRQueryVersion(Pointer display, IntByReference major, IntByReference minor);

        @Nullable
        Pointer XRRGetScreenResourcesCurrent(Pointer display, NativeLong window);

        void XRRSelectInput(Pointer display, NativeLong window, int mask);

        void XRRFreeScreenResources(Pointer resources);

        @Nullable
        Pointer XRRGetOutputInfo(Pointer display, Pointer resources, NativeLong output);

        void XRRFreeOutputInfo(Pointer info);

        @Nullable
        Pointer XRRGetCrtcInfo(Pointer display, Pointer resources, NativeLong crtc);

        void XRRFreeCrtcInfo(Pointer info);

        int XRRGetOutputProperty(
                Pointer display,
                NativeLong output,
                NativeLong property,
                NativeLong offset,
                NativeLong length,
                int delete,
                int pending,
                NativeLong requestedType,
                NativeLongByReference actualType,
                IntByReference actualFormat,
                NativeLongByReference itemCount,
                NativeLongByReference bytesAfter,
                PointerByReference value);

        int XRRGetCrtcGammaSize(Pointer display, NativeLong crtc);

        @Nullable
        Pointer XRRGetCrtcGamma(Pointer display, NativeLong crtc);

        @Nullable
        Pointer XRRAllocGamma(int size);

        void XRRSetCrtcGamma(Pointer display, NativeLong crtc, Pointer gamma);

        void XRRFreeGamma(Pointer gamma);
    }
}
