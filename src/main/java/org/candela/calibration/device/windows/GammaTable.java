package org.candela.calibration.device.windows;

import com.sun.jna.Memory;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import org.candela.calibration.GammaRamp;

/** Ramps as GDI holds them, {@code WORD[3][256]}, and why Windows may not take one. */
final class GammaTable {
    /** Inputs a channel, the same for every display. */
    static final int SIZE = 256;

    private static final int BYTES = 3 * SIZE * Short.BYTES;
    private static final int MOST = 0xFFFF;
    /** Not documented by its maker; observed by others: values further than half the range from a line are not taken. */
    private static final int LINE_TOLERANCE = 0x8000;

    /** The value of GdiIcmGammaRange that lifts the limit. */
    private static final int UNLIMITED = 256;

    private static final String WHAT_TO_DO =
            "; switch off HDR and night light for this display, end calibration loaders"
                    + " of other programs and the display calibration of Windows (Colour Management, Advanced), then try again";

    private GammaTable() {}

    static Memory empty() {
        return Layouts.zeroed(BYTES);
    }

    static Memory of(GammaRamp ramp) {
        Memory table = empty();
        for (int i = 0; i < SIZE; i++) {
            table.setShort(2L * i, (short) ramp.red(i));
            table.setShort(2L * (SIZE + i), (short) ramp.green(i));
            table.setShort(2L * (2 * SIZE + i), (short) ramp.blue(i));
        }
        return table;
    }

    static GammaRamp ramp(Memory table) {
        return GammaRamp.of(channel(table, 0), channel(table, 1), channel(table, 2));
    }

    /** Why {@code wanted} was not taken or did not stay, and what to do; {@code range} as the registry has it. */
    static String advice(GammaRamp wanted, OptionalInt range) {
        long far = far(wanted);
        if (far == 0 || range.orElse(0) == UNLIMITED) {
            return WHAT_TO_DO;
        }
        return String.format(
                Locale.ROOT,
                ": %d of its %d values lie further than half the range from a straight line, which Windows does not take"
                        + " unless HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ICM has the DWORD"
                        + " GdiIcmGammaRange = 256 (set it as administrator, then restart)",
                far,
                3 * SIZE);
    }

    /** How far {@code held} is from what was wanted. */
    static String difference(GammaRamp wanted, GammaRamp held) {
        int count = 0;
        int greatest = 0;
        for (int i = 0; i < SIZE; i++) {
            int[] apart = {
                Math.abs(wanted.red(i) - held.red(i)),
                Math.abs(wanted.green(i) - held.green(i)),
                Math.abs(wanted.blue(i) - held.blue(i))
            };
            for (int one : apart) {
                count += one > 0 ? 1 : 0;
                greatest = Math.max(greatest, one);
            }
        }
        return count + " of " + 3 * SIZE + " values differ, by at most " + greatest + " of 65535";
    }

    private static long far(GammaRamp ramp) {
        return far(ramp::red) + far(ramp::green) + far(ramp::blue);
    }

    private static long far(IntUnaryOperator channel) {
        long count = 0;
        for (int i = 0; i < SIZE; i++) {
            int line = i * MOST / (SIZE - 1);
            count += Math.abs(channel.applyAsInt(i) - line) > LINE_TOLERANCE ? 1 : 0;
        }
        return count;
    }

    private static int[] channel(Memory table, int index) {
        int[] values = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = table.getShort(2L * (index * SIZE + i)) & MOST;
        }
        return values;
    }
}
