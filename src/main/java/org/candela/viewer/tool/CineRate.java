package org.candela.viewer.tool;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How fast a cine is played.
 *
 * @param imagesPerSecond above 0
 * @param origin who said so
 */
public record CineRate(double imagesPerSecond, Origin origin) {
    private static final int[] STEPS = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60};
    /** For files that state no frame time; the screen says so. */
    private static final CineRate ASSUMED = new CineRate(15, Origin.ASSUMED);

    private static final double NANOS = 1e9;
    private static final double SAME = 1e-6;

    /** Who said how fast. */
    public enum Origin {
        FILE,
        READER,
        ASSUMED
    }

    public CineRate {
        if (!(imagesPerSecond > 0) || Double.isInfinite(imagesPerSecond)) {
            throw new IllegalArgumentException("no rate of images: " + imagesPerSecond);
        }
    }

    /** What is used where the file is silent. */
    public static CineRate assumed() {
        return ASSUMED;
    }

    /** The rate of a file. */
    public static CineRate ofFile(Duration frameTime) {
        return new CineRate(NANOS / frameTime.toNanos(), Origin.FILE);
    }

    /** Time from one image to the next. */
    public Duration frameTime() {
        return Duration.ofNanos(Math.round(NANOS / imagesPerSecond));
    }

    /** The next usual rate above this one; the same where there is none. */
    public CineRate faster() {
        return IntStream.of(STEPS)
                .filter(step -> step > imagesPerSecond + SAME)
                .mapToObj(step -> new CineRate(step, Origin.READER))
                .findFirst()
                .orElse(this);
    }

    /** The next usual rate below this one; the same where there is none. */
    public CineRate slower() {
        return IntStream.of(STEPS)
                .filter(step -> step < imagesPerSecond - SAME)
                .mapToObj(step -> new CineRate(step, Origin.READER))
                .reduce((lower, higher) -> higher)
                .orElse(this);
    }
}
