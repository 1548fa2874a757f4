package org.candela.calibration.device.randr;

import com.sun.jna.Pointer;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.jspecify.annotations.Nullable;

/** XRRCrtcGamma on 64-bit systems: {@code int size; unsigned short *red, *green, *blue}. */
final class GammaStruct {
    private static final int RED = 8;
    private static final int GREEN = 16;
    private static final int BLUE = 24;
    private static final int UNSIGNED = 0xFFFF;

    private GammaStruct() {}

    /** The ramp in {@code gamma}, which is freed. */
    static GammaRamp take(String device, @Nullable Pointer gamma, X11.Xrandr xrandr) throws DeviceException {
        if (gamma == null || gamma.getInt(0) < 2) {
            throw new DeviceException("device.no-ramp", device, "the display has no gamma ramp");
        }
        try {
            int size = gamma.getInt(0);
            return GammaRamp.of(channel(gamma, RED, size), channel(gamma, GREEN, size), channel(gamma, BLUE, size));
        } finally {
            xrandr.XRRFreeGamma(gamma);
        }
    }

    /** A new structure with the values of {@code ramp}; the caller frees it. */
    static Pointer of(String device, GammaRamp ramp, X11.Xrandr xrandr) throws DeviceException {
        Pointer gamma = xrandr.XRRAllocGamma(ramp.size());
        if (gamma == null) {
            throw new DeviceException("device.no-memory", device, "no memory for a ramp of " + ramp.size());
        }
        for (int i = 0; i < ramp.size(); i++) {
            gamma.getPointer(RED).setShort(2L * i, (short) ramp.red(i));
            gamma.getPointer(GREEN).setShort(2L * i, (short) ramp.green(i));
            gamma.getPointer(BLUE).setShort(2L * i, (short) ramp.blue(i));
        }
        return gamma;
    }

    private static int[] channel(Pointer gamma, int offset, int size) {
        short[] raw = gamma.getPointer(offset).getShortArray(0, size);
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = raw[i] & UNSIGNED;
        }
        return values;
    }
}
