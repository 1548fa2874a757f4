package org.candela.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One component of a frame (T.81 A.1.1): its size, its samples and what its scans have brought so far. */
final class Component {
    final int id;
    final int h;
    final int v;
    final int quantization;
    /** Size in samples, without padding. */
    int width;

    int height;
    /** Blocks a line and a column, without the padding of interleaved scans. */
    int blocksWide;

    int blocksHigh;
    /** Blocks a line including the padding, the step of {@link #coefficients}. */
    int blockStep;

    /** Where samples go: {@code samples[offset + y * lineStep + x * step]}. */
    short[] samples = {};

    int offset;
    int step = 1;
    int lineStep;
    /** Coefficients of a progressive frame in natural order, 64 a block. */
    short[] coefficients = {};

    /** Point transform of each coefficient so far; −1 when it has not come. */
    final int[] accuracy = new int[64];

    int @Nullable [] divisors;
    boolean isDecoded;

    Component(int id, int sampling, int quantization) {
        this.id = id;
        this.h = sampling >> 4;
        this.v = sampling & 0x0F;
        this.quantization = quantization;
        Arrays.fill(accuracy, -1);
    }

    void measure(int rows, int columns, int hMax, int vMax) {
        width = (int) (((long) columns * h + hMax - 1) / hMax);
        height = (int) (((long) rows * v + vMax - 1) / vMax);
        blocksWide = (width + 7) / 8;
        blocksHigh = (height + 7) / 8;
    }

    /** Stores a block of samples, without what lies beyond the component. */
    void put(int blockX, int blockY, int[] block) {
        int rows = Math.min(8, height - blockY * 8);
        int columns = Math.min(8, width - blockX * 8);
        for (int y = 0; y < rows; y++) {
            int to = offset + (blockY * 8 + y) * lineStep + blockX * 8 * step;
            for (int x = 0; x < columns; x++, to += step) {
                samples[to] = (short) block[y * 8 + x];
            }
        }
    }
}
