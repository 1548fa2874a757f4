package org.candela.demo;

import java.util.SplittableRandom;

/** Seeded, zero-mean, normally distributed noise from a table; much faster than drawing each value anew. */
final class NoiseField {
    private static final int SIZE = 1 << 18;
    private static final int MASK = SIZE - 1;
    /** Odd, so that rows start all over the table. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private final float[] table = new float[SIZE];

    NoiseField(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SIZE; i += 2) {
            // Box–Muller
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            double angle = 2 * Math.PI * random.nextDouble();
            table[i] = (float) (radius * Math.cos(angle));
            table[i + 1] = (float) (radius * Math.sin(angle));
        }
    }

    /** Value {@code index} of the stream named {@code salt}, standard deviation 1. */
    float at(long salt, int index) {
        return table[(offset(salt) + index) & MASK];
    }

    void addTo(float[] values, int start, int count, float sigma, long salt) {
        int offset = offset(salt);
        for (int i = 0; i < count; i++) {
            values[start + i] += sigma * table[(offset + i) & MASK];
        }
    }

    private static int offset(long salt) {
        return (int) (((salt + 1) * STRIDE) >>> 40) & MASK;
    }
}
