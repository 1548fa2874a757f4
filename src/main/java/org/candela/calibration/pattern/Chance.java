package org.candela.calibration.pattern;

import java.util.Random;

/** Numbers at random that are the same for the same seed in every Java. */
final class Chance {
    private Chance() {}

    /**
     * A generator for {@code seed}. Seeds that differ by little are scattered first (the finisher of SplitMix64): the first
     * draws of {@link Random} are alike for seeds beside each other, and an observer would learn the side.
     */
    static Random of(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return new Random(z ^ (z >>> 31));
    }
}
