package org.candela.codec.jpegls;

/** Statistics of the samples that end runs (T.87 A.7.2), kept alike by coder and decoder. */
final class RunStatistics {
    /** RItype 0: the neighbours left and above differ. */
    static final int DIFFERENT = 0;
    /** RItype 1: they are the same. */
    static final int SAME = 1;

    /** Largest RUNindex. */
    static final int LAST_INDEX = 31;

    /** J (A.2.1): logarithm of the run length that one bit stands for. */
    private static final byte[] ORDERS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    /** Samples of as many runs as the index, from the first order on. */
    private static final int[] SAMPLES = new int[ORDERS.length];

    static {
        for (int i = 1; i < SAMPLES.length; i++) {
            SAMPLES[i] = SAMPLES[i - 1] + (1 << ORDERS[i - 1]);
        }
    }

    private final int initialSum;
    private final int reset;
    private final int near;
    private final int maxValue;
    private final int step;
    private final int period;
    private final int[] sum = new int[2];
    private final int[] count = new int[2];
    private final int[] negative = new int[2];

    RunStatistics(Coding coding) {
        this.initialSum = Math.max(2, (coding.range() + 32) / 64);
        this.reset = coding.reset();
        this.near = coding.near();
        this.maxValue = coding.maxValue();
        this.step = coding.step();
        this.period = coding.range() * step;
        reset();
    }

    static int order(int runIndex) {
        return ORDERS[runIndex];
    }

    /** Samples that {@code to − from} bits stand for, the first at RUNindex {@code from}. */
    static int samplesBetween(int from, int to) {
        return SAMPLES[to] - SAMPLES[from];
    }

    void reset() {
        for (int type = DIFFERENT; type <= SAME; type++) {
            sum[type] = initialSum;
            count[type] = 1;
            negative[type] = 0;
        }
    }

    int golombParameter(int type) {
        return Contexts.golombParameter(sum[type] + type * (count[type] >> 1), count[type]);
    }

    /** Whether negative errors take the odd codes; otherwise positive ones do. */
    private boolean negativeIsOdd(int type, int k) {
        return k != 0 || 2 * negative[type] >= count[type];
    }

    int map(int type, int k, int error) {
        boolean isOdd = error != 0 && (error < 0) == negativeIsOdd(type, k);
        return 2 * Math.abs(error) - type - (isOdd ? 1 : 0);
    }

    int unmap(int type, int k, int code) {
        int doubled = code + type;
        int isOdd = doubled & 1;
        int magnitude = (doubled + isOdd) >> 1;
        return (isOdd == 1) == negativeIsOdd(type, k) ? -magnitude : magnitude;
    }

    void update(int type, int error, int code) {
        if (error < 0) {
            negative[type]++;
        }
        sum[type] += (code + 1 - type) >> 1;
        if (count[type] == reset) {
            sum[type] >>= 1;
            count[type] >>= 1;
            negative[type] >>= 1;
        }
        count[type]++;
    }

    /** Sample that differs from its prediction by {@code error} steps (A.4.4, A.4.5). */
    int reconstruct(int predicted, int error) {
        int value = predicted + error * step;
        if (value < -near) {
            value += period;
        } else if (value > maxValue + near) {
            value -= period;
        }
        return Math.max(0, Math.min(maxValue, value));
    }
}
