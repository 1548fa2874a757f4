package org.candela.codec.jpegls;

import org.candela.codec.stream.CodecException;

/**
 * Parameters that a scan is coded with (T.87 C.2.4.1.1) and what follows from them (A.2.1).
 *
 * @param maxValue MAXVAL, largest sample
 * @param near NEAR, largest difference of a decoded sample from its source
 * @param t1 gradient threshold, {@code near < t1 ≤ t2}
 * @param t2 gradient threshold
 * @param t3 gradient threshold, {@code t2 ≤ t3 ≤ maxValue}
 * @param reset RESET, count at which the statistics are halved
 */
record Coding(int maxValue, int near, int t1, int t2, int t3, int reset) {
    private static final int DEFAULT_RESET = 64;
    private static final int MIN_RESET = 3;

    /** The defaults of Table C.3. */
    static Coding defaults(int maxValue, int near) {
        int t1;
        int t2;
        int t3;
        if (maxValue >= 128) {
            int factor = (Math.min(maxValue, 4095) + 128) / 256;
            t1 = clamp(factor + 2 + 3 * near, near + 1, maxValue);
            t2 = clamp(4 * factor + 3 + 5 * near, t1, maxValue);
            t3 = clamp(17 * factor + 4 + 7 * near, t2, maxValue);
        } else {
            int factor = 256 / (maxValue + 1);
            t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, maxValue);
            t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1, maxValue);
            t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2, maxValue);
        }
        return new Coding(maxValue, near, t1, t2, t3, DEFAULT_RESET);
    }

    private static int clamp(int value, int least, int most) {
        return value > most || value < least ? least : value;
    }

    /** These parameters where the stream presets some of them, checked; 0 in the preset leaves the default. */
    static Coding of(Preset preset, int precision, int near) throws CodecException {
        int most = (1 << precision) - 1;
        int maxValue = preset.maxValue() == 0 ? most : preset.maxValue();
        if (maxValue > most || near > Math.min(255, maxValue / 2)) {
            throw new CodecException(
                    "JPEG-LS: largest sample " + maxValue + " or NEAR " + near + " do not fit " + precision + " bits");
        }
        Coding defaults = defaults(maxValue, near);
        Coding coding = new Coding(
                maxValue,
                near,
                preset.t1() == 0 ? defaults.t1 : preset.t1(),
                preset.t2() == 0 ? defaults.t2 : preset.t2(),
                preset.t3() == 0 ? defaults.t3 : preset.t3(),
                preset.reset() == 0 ? defaults.reset : preset.reset());
        if (!coding.isOrdered()) {
            throw new CodecException("JPEG-LS: impossible preset parameters " + coding);
        }
        return coding;
    }

    private boolean isOrdered() {
        boolean risesFromNear = near < t1 && t1 <= t2 && t2 <= t3;
        // With few values the default thresholds themselves stand at NEAR + 1, which may lie above MAXVAL.
        boolean fitsValues = t3 <= Math.max(maxValue, near + 1);
        return risesFromNear && fitsValues && reset >= MIN_RESET && reset <= Math.max(255, maxValue);
    }

    /** Whether samples are decoded exactly and errors wrap at a power of two, so that a mask does for the modulo. */
    boolean wrapsByMask() {
        return near == 0 && (maxValue & (maxValue + 1)) == 0;
    }

    /** Step of the quantised prediction error: 2 × NEAR + 1. */
    int step() {
        return 2 * near + 1;
    }

    /** RANGE: number of quantised prediction errors. */
    int range() {
        return (maxValue + 2 * near) / step() + 1;
    }

    /** qbpp: bits of a quantised error. */
    int errorBits() {
        return bits(range() - 1);
    }

    /** LIMIT: most bits of a code. */
    int limit() {
        int sampleBits = Math.max(2, bits(maxValue));
        return 2 * (sampleBits + Math.max(8, sampleBits));
    }

    private static int bits(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(value);
    }

    /** What a preset segment says (C.2.4.1.1); 0 where it says nothing. */
    record Preset(int maxValue, int t1, int t2, int t3, int reset) {
        static final Preset NONE = new Preset(0, 0, 0, 0, 0);
    }
}
