package org.candela.calibration.pattern;

import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/** How many bits a value of a pattern has. */
public enum PatternDepth {
    /** Values 0 to 255. */
    EIGHT(8, 8),
    /** Values 0 to 4095 in 16 bits. */
    TWELVE(12, 16);

    private final int bits;
    private final int bitsAllocated;

    PatternDepth(int bits, int bitsAllocated) {
        this.bits = bits;
        this.bitsAllocated = bitsAllocated;
    }

    /** 8 or 12. */
    public int bits() {
        return bits;
    }

    /** Largest value. */
    public int maximum() {
        return (1 << bits) - 1;
    }

    /** Unsigned, MONOCHROME2: a larger value is brighter. */
    PixelLayout layout(PatternSize size) {
        return new PixelLayout(
                size.height(), size.width(), Photometric.MONOCHROME2, bitsAllocated, bits, bits - 1, false, false);
    }
}
