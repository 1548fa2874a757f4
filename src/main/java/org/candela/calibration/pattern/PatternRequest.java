package org.candela.calibration.pattern;

import java.util.Optional;

/**
 * What of a pattern is wanted.
 *
 * @param size of the screen or of the part of it that shows the pattern
 * @param depth bits of a value
 * @param seed decides the places of what is placed at random; the same seed gives the same pattern
 * @param pixelPitchMm distance of pixel centres for what is drawn in mm; without it the shorter side counts as 300 mm, the
 *     nominal size of AAPM On-line Report 03
 * @param step which picture of a sequence, from 0; 0 for patterns that are one picture
 */
public record PatternRequest(PatternSize size, PatternDepth depth, long seed, Optional<Double> pixelPitchMm, int step) {
    private static final double NOMINAL_SIDE_MM = 300;

    public PatternRequest {
        pixelPitchMm.ifPresent(pitch -> {
            if (!(pitch >= 0.01 && pitch <= 5)) {
                throw new IllegalArgumentException("a pixel pitch is 0.01 to 5 mm, not " + pitch);
            }
        });
        if (step < 0) {
            throw new IllegalArgumentException("no picture " + step + " of a sequence");
        }
    }

    /** The first picture at 8 bits with seed 0. */
    public static PatternRequest of(PatternSize size) {
        return new PatternRequest(size, PatternDepth.EIGHT, 0, Optional.empty(), 0);
    }

    /** The same at another depth. */
    public PatternRequest withDepth(PatternDepth other) {
        return new PatternRequest(size, other, seed, pixelPitchMm, step);
    }

    /** The same with other places of what is random. */
    public PatternRequest withSeed(long other) {
        return new PatternRequest(size, depth, other, pixelPitchMm, step);
    }

    /** The same on a screen of known pixels. */
    public PatternRequest withPixelPitchMm(double other) {
        return new PatternRequest(size, depth, seed, Optional.of(other), step);
    }

    /** Another picture of the sequence. */
    public PatternRequest withStep(int other) {
        return new PatternRequest(size, depth, seed, pixelPitchMm, other);
    }

    /** Pixels to a length; nominal where the pitch is not known. */
    double pixels(double mm) {
        return mm / pixelPitchMm.orElse(NOMINAL_SIDE_MM / size.shorter());
    }
}
