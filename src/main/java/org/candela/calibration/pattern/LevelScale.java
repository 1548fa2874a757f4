package org.candela.calibration.pattern;

import org.candela.image.VoiWindow;

/**
 * How the levels 0 to 255, in which patterns are described, become values of 12 bits, and the window that shows them (AAPM
 * On-line Report 03 III.B).
 */
public enum LevelScale {
    /** 255 is 4095; window 4096 about 2048. */
    FULL_RANGE(4095.0 / LevelScale.WHITE, 2048, 4096),
    /** A level is 16 values, 255 is 4080; window 4080 about 2040. For patterns of equal steps (PQC, LN, AFC). */
    STEPS_OF_SIXTEEN(16, 2040, 4080);

    /** The brightest level. */
    static final int WHITE = 255;

    private static final VoiWindow EIGHT_BITS = VoiWindow.linear(128, 256);

    private final double valuesPerLevel;
    private final double center;
    private final double width;

    LevelScale(double valuesPerLevel, double center, double width) {
        this.valuesPerLevel = valuesPerLevel;
        this.center = center;
        this.width = width;
    }

    /** Values to a level; 1 at 8 bits. */
    double valuesPerLevel(PatternDepth depth) {
        return depth == PatternDepth.EIGHT ? 1 : valuesPerLevel;
    }

    /** The window of the whole range of the pattern: 256 about 128 at 8 bits. */
    public VoiWindow window(PatternDepth depth) {
        return depth == PatternDepth.EIGHT ? EIGHT_BITS : VoiWindow.linear(center, width);
    }
}
