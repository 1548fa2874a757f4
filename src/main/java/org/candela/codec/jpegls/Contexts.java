package org.candela.codec.jpegls;

import java.util.Arrays;

/**
 * Statistics that adapt the code to the image (T.87 A.2, A.6): what coder and decoder keep alike.
 *
 * <p>The variables of a context lie together in one array, because each sample reads and writes all of them. The Golomb
 * parameter is worked out when a context changes, not when it is used, since the next sample waits for it.
 */
final class Contexts {
    /** A: sum of error magnitudes. */
    static final int A = 0;
    /** B: sum of errors, for the bias. */
    static final int B = 1;
    /** C: prediction correction. */
    static final int C = 2;
    /** N: number of samples seen. */
    static final int N = 3;
    /** Golomb parameter that follows from A and N (A.5.1). */
    static final int K = 4;
    /** Variables of context q begin at {@code q << SHIFT}. */
    static final int SHIFT = 3;

    /** Weights of the quantised gradients in a context number (A.3.4): 9 values each, so that signs cancel as one. */
    static final int WEIGHT1 = 81;

    static final int WEIGHT2 = 9;

    private static final int REGULAR = 365;
    private static final int MIN_CORRECTION = -128;
    private static final int MAX_CORRECTION = 127;

    final int[] variables = new int[REGULAR << SHIFT];
    private final int initialSum;

    Contexts(Coding coding) {
        initialSum = Math.max(2, (coding.range() + 32) / 64);
        reset();
    }

    /** Values before the first sample (A.2.1). */
    void reset() {
        Arrays.fill(variables, 0);
        for (int at = 0; at < variables.length; at += 1 << SHIFT) {
            variables[at + A] = initialSum;
            variables[at + N] = 1;
            variables[at + K] = golombParameter(initialSum, 1);
        }
    }

    /** Smallest k with {@code count << k ≥ sum} (A.5.1). */
    static int golombParameter(int sum, int count) {
        int k = Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(sum));
        return k + (((count << k) - sum) >>> 31);
    }

    /**
     * Takes {@code error} into the context at {@code at} (A.6.1, A.6.2).
     *
     * @param scaled the error times 2 × NEAR + 1
     */
    static void update(int[] variables, int at, int error, int scaled, int reset) {
        int a = variables[at + A] + Math.abs(error);
        int b = variables[at + B] + scaled;
        int n = variables[at + N];
        if (n == reset) {
            a >>= 1;
            b >>= 1;
            n >>= 1;
        }
        n++;
        // Without branches, since neither can be foreseen: all ones where the bias is to go down, or up.
        int down = (b + n - 1) >> 31;
        int up = -b >> 31;
        int correction = variables[at + C] + down - up;
        if (correction != (byte) correction) {
            correction = correction < 0 ? MIN_CORRECTION : MAX_CORRECTION;
        }
        variables[at + C] = correction;
        variables[at + A] = a;
        variables[at + B] = Math.max(1 - n, Math.min(0, b + (n & down) - (n & up)));
        variables[at + N] = n;
        variables[at + K] = nextGolombParameter(variables[at + K], a, n);
    }

    /**
     * As {@link #golombParameter}, from the one before: it falls by one at most, and rarely rises by more. So the sum,
     * which is known last, is compared with limits that are known before it.
     */
    private static int nextGolombParameter(int before, int sum, int count) {
        int limit = count << before;
        int lowerLimit = (limit >> 1) | ((before - 1) >> 31);
        if (sum > limit << 1) {
            return golombParameter(sum, count);
        }
        return before + ((limit - sum) >>> 31) - ((sum - 1 - lowerLimit) >>> 31);
    }

    /** All ones where small errors are coded with odd and even exchanged (A.5.2): k and NEAR 0 and a bias below −1/2. */
    static int inversion(int[] variables, int at, int kOrNear) {
        return ((2 * variables[at + B] + variables[at + N] - 1) & (kOrNear - 1)) >> 31;
    }

    /**
     * Quantised gradient −4…4 (A.3.3), shifted by {@link #SHIFT}, for each difference of two samples; difference 0 is at
     * {@code maxValue}.
     */
    static byte[] quantisation(Coding coding) {
        int most = coding.maxValue();
        byte[] table = new byte[2 * most + 1];
        for (int i = 0; i < table.length; i++) {
            int difference = i - most;
            table[i] = (byte) (Integer.signum(difference) * (region(Math.abs(difference), coding) << SHIFT));
        }
        return table;
    }

    private static int region(int magnitude, Coding coding) {
        if (magnitude <= coding.near()) {
            return 0;
        }
        if (magnitude < coding.t1()) {
            return 1;
        }
        return magnitude < coding.t2() ? 2 : magnitude < coding.t3() ? 3 : 4;
    }
}
