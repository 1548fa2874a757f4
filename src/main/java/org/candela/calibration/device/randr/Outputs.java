package org.candela.calibration.device.randr;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.jspecify.annotations.Nullable;

/** Reads XRRScreenResources, XRROutputInfo and XRRCrtcInfo by their layout on 64-bit systems (Xrandr.h). */
final class Outputs {
    private static final int RESOURCES_OUTPUT_COUNT = 32;
    private static final int RESOURCES_OUTPUTS = 40;
    private static final int OUTPUT_CRTC = 8;
    private static final int OUTPUT_NAME = 16;
    private static final int OUTPUT_NAME_LENGTH = 24;
    private static final int CRTC_X = 8;
    private static final int CRTC_Y = 12;
    private static final int CRTC_WIDTH = 16;
    private static final int CRTC_HEIGHT = 20;
    /** In units of 32 bits: a base block and three extensions. */
    private static final int EDID_WORDS = 128;

    private final X11 x11;
    private final X11.Xrandr xrandr;
    private final Pointer display;
    private final Pointer resources;

    Outputs(X11 x11, X11.Xrandr xrandr, Pointer display, Pointer resources) {
        this.x11 = x11;
        this.xrandr = xrandr;
        this.display = display;
        this.resources = resources;
    }

    /** A display and the CRTC that drives it. */
    record Output(DisplayDevice device, NativeLong crtc) {}

    /** The outputs that show something. */
    List<Output> active() {
        List<Output> outputs = new ArrayList<>();
        int count = resources.getInt(RESOURCES_OUTPUT_COUNT);
        for (int i = 0; i < count; i++) {
            NativeLong id = resources.getPointer(RESOURCES_OUTPUTS).getNativeLong((long) i * Long.BYTES);
            output(id).ifPresent(outputs::add);
        }
        return outputs;
    }

    private Optional<Output> output(NativeLong id) {
        Pointer info = xrandr.XRRGetOutputInfo(display, resources, id);
        if (info == null) {
            return Optional.empty();
        }
        try {
            NativeLong crtc = info.getNativeLong(OUTPUT_CRTC);
            int nameLength = info.getInt(OUTPUT_NAME_LENGTH);
            byte[] name = info.getPointer(OUTPUT_NAME).getByteArray(0, nameLength);
            String connector = new String(name, StandardCharsets.ISO_8859_1);
            return crtc.longValue() == 0
                    ? Optional.empty()
                    : place(crtc).map(place -> new Output(new DisplayDevice(connector, edid(id), place), crtc));
        } finally {
            xrandr.XRRFreeOutputInfo(info);
        }
    }

    private Optional<DisplayDevice.Place> place(NativeLong crtc) {
        @Nullable Pointer info = xrandr.XRRGetCrtcInfo(display, resources, crtc);
        if (info == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DisplayDevice.Place(
                    info.getInt(CRTC_X), info.getInt(CRTC_Y), info.getInt(CRTC_WIDTH), info.getInt(CRTC_HEIGHT)));
        } finally {
            xrandr.XRRFreeCrtcInfo(info);
        }
    }

    private Optional<Edid> edid(NativeLong output) {
        NativeLong property = x11.XInternAtom(display, "EDID", 1);
        if (property.longValue() == 0) {
            return Optional.empty();
        }
        NativeLongByReference count = new NativeLongByReference();
        PointerByReference value = new PointerByReference();
        int status = xrandr.XRRGetOutputProperty(
                display,
                output,
                property,
                new NativeLong(0),
                new NativeLong(EDID_WORDS),
                0,
                0,
                new NativeLong(0),
                new NativeLongByReference(),
                new IntByReference(),
                count,
                new NativeLongByReference(),
                value);
        Pointer bytes = value.getValue();
        if (status != 0 || bytes == null) {
            return Optional.empty();
        }
        try {
            return Edid.parse(bytes.getByteArray(0, count.getValue().intValue()));
        } finally {
            x11.XFree(bytes);
        }
    }
}
