package org.candela.calibration;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The P-values at which a luminance response is measured, of 0 to 255.
 *
 * <p>Fractions are meant: the 11 levels of SMPTE RP 133 lie 25.5 apart and are shown by a display table of finer input;
 * an 8-bit input shows the nearest grey.
 */
public enum ResponseLevels {
    /** SMPTE RP 133: 0, 10 %, …, 100 %. */
    ELEVEN(11),
    /** The routine test, TG18-LN8: 0, 15, …, 255. */
    EIGHTEEN(18),
    /** For troubleshooting: 0, 5, …, 255. */
    FIFTY_TWO(52),
    /** Every grey; judged over five neighbouring steps. */
    ALL(256);

    private static final double WHITE = 255;

    private final int count;

    ResponseLevels(int count) {
        this.count = count;
    }

    /** How many levels. */
    public int count() {
        return count;
    }

    /** P-value of level {@code i}, 0 to 255. */
    public double pValue(int i) {
        return i * WHITE / (count - 1);
    }

    /** All P-values from darkest on. */
    public double[] pValues() {
        return IntStream.range(0, count).mapToDouble(this::pValue).toArray();
    }

    /** The set with so many levels. */
    public static Optional<ResponseLevels> ofCount(int count) {
        return Arrays.stream(values()).filter(levels -> levels.count == count).findFirst();
    }
}
