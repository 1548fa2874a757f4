package org.candela.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of target samples whose first taps are neighbours, of at most three taps each. The sums over them are those of
 * {@link AxisTaps#round}, to the bit. Immutable.
 *
 * <p>Neighbours are laid beside their weights first, so that the loop over them is one that the compiler makes vectors of.
 */
final class TapRuns {
    /** Nothing that is worth it. */
    static final TapRuns NONE = new TapRuns(List.of(), 0, 0, new float[][] {{}, {}, {}});

    /** Samples that a copy takes as long as a loop over them. */
    private static final int LONG_RUN = 8;
    /** Moves values of 16 bits, with or without sign, to 0 and above. */
    private static final int UNSIGNED_BIAS = 0x8000;
    /** See {@link #toPatterns}. */
    private static final float BINADE = 65536 - 1f / 256;

    private static final int FRACTION_BITS = 7;
    private static final int HALF_BITS = 1 << (FRACTION_BITS - 1);

    private final List<Run> runs;
    private final int begin;
    private final int stop;
    private final float[] a;
    private final float[] b;
    private final float[] c;

    /** {@code length} target samples from {@code target} on take their first taps from {@code source} on. */
    private record Run(int target, int source, int length) {}

    private TapRuns(List<Run> runs, int begin, int stop, float[][] weights) {
        this.runs = runs;
        this.begin = begin;
        this.stop = stop;
        this.a = weights[0];
        this.b = weights[1];
        this.c = weights[2];
    }

    /**
     * The runs of target samples {@code begin} to {@code stop}; {@link #NONE} where they are too short to be worth it.
     *
     * @param first source sample of the first tap, by target sample
     * @param weights by tap, by target sample
     */
    static TapRuns of(int[] first, int begin, int stop, float[][] weights) {
        List<Run> found = new ArrayList<>();
        int from = begin;
        for (int target = begin; target < stop; target++) {
            if (target + 1 == stop || first[target + 1] != first[target] + 1) {
                found.add(new Run(from, first[from], target + 1 - from));
                from = target + 1;
            }
        }
        boolean isWorthIt = !found.isEmpty() && stop - begin >= LONG_RUN * found.size();
        return isWorthIt ? new TapRuns(List.copyOf(found), begin, stop, weights) : NONE;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Room to work in, for one thread. */
    Work work() {
        return new Work(a.length);
    }

    /** What {@link #round} works in. */
    static final class Work {
        private final float[] one;
        private final float[] two;
        private final float[] three;
        private final float[] sums;

        private Work(int size) {
            one = new float[size];
            two = new float[size];
            three = new float[size];
            sums = new float[size];
        }
    }

    /** Mixes and rounds to patterns of stored values, from {@code start} on; nothing where it is outside. */
    void round(float[] source, int bias, Work work, short[] patterns, int start) {
        for (Run run : runs) {
            System.arraycopy(source, run.source(), work.one, run.target(), run.length());
            System.arraycopy(source, run.source() + 1, work.two, run.target(), run.length());
            System.arraycopy(source, run.source() + 2, work.three, run.target(), run.length());
        }
        sum(a, work.one, b, work.two, c, work.three, work.sums);
        toPatterns(work.sums, UNSIGNED_BIAS ^ bias, patterns, start, begin, stop);
    }

    private static void sum(float[] a, float[] one, float[] b, float[] two, float[] c, float[] three, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] * one[i] + b[i] * two[i] + c[i] * three[i] + UNSIGNED_BIAS + BINADE;
        }
    }

    /**
     * Rounds halves up without a conversion, which takes as long as all the rest. A sum moved to 0 to 65535 is a multiple of
     * 1/512; one {@link #BINADE} higher it has 7 bits after the point, the seventh rounded to even after 1/256 was taken
     * off: a half stays a half and less than a half stays less.
     */
    private static void toPatterns(float[] sums, int flip, short[] patterns, int start, int begin, int stop) {
        for (int x = begin; x < stop; x++) {
            patterns[start + x] = (short) (((Float.floatToRawIntBits(sums[x]) + HALF_BITS) >> FRACTION_BITS) ^ flip);
        }
    }
}
