package org.candela.calibration.device.macos;

import java.util.function.IntUnaryOperator;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;

/**
 * Ramps as CoreGraphics holds them: floats from 0 to 1.
 *
 * <p>Out: v / 65535 as a float. In: the nearest whole number to f · 65535. A float has 24 bits, so the error of the quotient
 * times 65535 is below 0.004 and each of the 65536 values comes back as itself.
 */
final class TransferTable {
    private static final int MOST = 65535;

    private final float[] red;
    private final float[] green;
    private final float[] blue;

    private TransferTable(float[] red, float[] green, float[] blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    static TransferTable empty(int size) {
        return new TransferTable(new float[size], new float[size], new float[size]);
    }

    static TransferTable of(GammaRamp ramp) {
        return new TransferTable(
                floats(ramp.size(), ramp::red), floats(ramp.size(), ramp::green), floats(ramp.size(), ramp::blue));
    }

    /** Not a copy: native functions read and fill it. */
    float[] red() {
        return red;
    }

    float[] green() {
        return green;
    }

    float[] blue() {
        return blue;
    }

    /** The first {@code count} entries; {@code device.garbled} for one that is no number from 0 to 1. */
    GammaRamp ramp(String device, int count) throws DeviceException {
        return GammaRamp.of(ints(device, red, count), ints(device, green, count), ints(device, blue, count));
    }

    static float toFloat(int value) {
        return (float) (value / (double) MOST);
    }

    static int toInt(float value) {
        return Math.toIntExact(Math.round(value * (double) MOST));
    }

    private static float[] floats(int size, IntUnaryOperator channel) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = toFloat(channel.applyAsInt(i));
        }
        return values;
    }

    private static int[] ints(String device, float[] channel, int count) throws DeviceException {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            if (!(channel[i] >= 0 && channel[i] <= 1)) {
                throw new DeviceException(
                        "device.garbled",
                        device,
                        "entry " + i + " of its table is no number from 0 to 1: " + channel[i]);
            }
            values[i] = toInt(channel[i]);
        }
        return values;
    }
}
