package org.candela.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Resamples a frame into stored values, one canvas row at a time: first the source rows are mixed, then each device pixel
 * is mixed from the result. Used by one thread.
 */
final class StoredRows {
    /** Moves unsigned values into the range of a short, so that one loop serves both signs. */
    private static final int UNSIGNED_BIAS = 0x8000;

    private static final float HALF = 0.5f;
    private static final int MASK = 0xFFFF;
    /** Numbers that are reckoned with, by 16-bit pattern. Never changed. */
    private static final float[] SIGNED = numbers(0);

    private static final float[] UNSIGNED = numbers(UNSIGNED_BIAS);
    /** Source rows at hand: as many as one canvas row is usually mixed of. */
    private static final int SLOTS = 4;

    private final short[] samples;
    private final Axes axes;
    private final int bias;
    private final boolean hasPadding;
    private final int padLow;
    private final int padHigh;
    private final int from;
    private final int to;
    /** Columns that are mixed as if there were no padding at all. */
    private int wholeFrom;

    private int wholeTo;
    private final float[] mixed;
    private final float[] shares;
    private final float[] values;
    private final TapRuns.Work work;
    private final float[] unpadded;
    private final boolean[] padded;
    private final float[][] rows;
    private final int[] rowIndex = new int[SLOTS];
    /** Around the middle of each of these rows, the columns without padding. */
    private final int[] runFrom = new int[SLOTS];

    private final int[] runTo = new int[SLOTS];
    private final @Nullable StoredRows besidePadding;

    private StoredRows(Frame frame, Axes axes, PixelPadding padding, @Nullable StoredRows besidePadding) {
        this.besidePadding = besidePadding;
        this.samples = frame.samples();
        this.axes = axes;
        this.bias = frame.layout().isSigned() ? 0 : UNSIGNED_BIAS;
        this.hasPadding = padding.low() <= padding.high();
        this.padLow = padding.low() - bias;
        this.padHigh = padding.high() - bias;
        this.from = axes.across().lowest();
        this.to = axes.across().end();
        this.wholeFrom = from;
        this.wholeTo = to;
        this.mixed = new float[to + AxisTaps.SLACK];
        this.shares = new float[to + AxisTaps.SLACK];
        this.values = new float[axes.across().size()];
        this.work = axes.across().runs().work();
        this.unpadded = new float[axes.across().size()];
        this.padded = new boolean[to];
        this.rows = new float[SLOTS][to];
        Arrays.fill(rowIndex, -1);
    }

    /** Rows along {@code axes}; beside padding along {@code plain}, which are the same without negative weights. */
    static StoredRows of(Frame frame, Axes axes, Axes plain, PixelPadding padding) {
        // Beside padding there are not four neighbours: what touches it is drawn linear.
        boolean hasFallback = axes.isHeld() && !padding.equals(PixelPadding.NONE);
        return new StoredRows(frame, axes, padding, hasFallback ? new StoredRows(frame, plain, padding, null) : null);
    }

    /** Writes the inside of canvas row {@code y}, which is not {@link Axes#isOutside outside}, from {@code start} on. */
    void resample(int y, short[] patterns, int start) {
        if (axes.across().isSingle() && axes.down().count(y) == 1) {
            copy(y, patterns, start);
            return;
        }
        mixSourceRows(y);
        if (!axes.isHeld()) {
            round(patterns, start);
            if (hasPadding) {
                mixBesidePadding(patterns, start);
            }
            return;
        }
        if (besidePadding != null) {
            besidePadding.resample(y, patterns, start);
        }
        mixAcross(patterns, start);
    }

    private void round(short[] patterns, int start) {
        AxisTaps across = axes.across();
        if (across.runs().isEmpty()) {
            across.round(mixed, bias, patterns, start);
            return;
        }
        across.runs().round(mixed, bias, work, patterns, start);
    }

    /** Each device pixel of this row is one source pixel, as all are at 1:1. */
    private void copy(int y, short[] patterns, int start) {
        int row = axes.down().first(y) * axes.downStep();
        AxisTaps across = axes.across();
        if (axes.acrossStep() == 1 && across.isCopy()) {
            int begin = across.begin();
            System.arraycopy(samples, row + across.first(begin), patterns, start + begin, across.stop() - begin);
            return;
        }
        for (int x = across.begin(); x < across.stop(); x++) {
            patterns[start + x] = samples[row + across.first(x) * axes.acrossStep()];
        }
    }

    /** Pixels beside padding, and mixtures of values from both sides of its range that fell into it. */
    private void mixBesidePadding(short[] patterns, int start) {
        AxisTaps across = axes.across();
        for (int x = across.begin(); x < across.stop(); x++) {
            int value = (short) (patterns[start + x] ^ bias);
            if (!isWhole(x) || (value >= padLow && value <= padHigh)) {
                mixBesidePadding(x, patterns, start);
            }
        }
    }

    private boolean isWhole(int x) {
        int first = axes.across().first(x);
        return first >= wholeFrom && first + axes.across().count(x) <= wholeTo;
    }

    private void mixBesidePadding(int x, short[] patterns, int start) {
        AxisTaps across = axes.across();
        float value = 0;
        float share = 0;
        for (int tap = 0; tap < across.count(x); tap++) {
            value += across.weight(x, tap) * mixed[across.first(x) + tap];
            share += across.weight(x, tap) * shares[across.first(x) + tap];
        }
        patterns[start + x] = pattern(value, share);
    }

    private void mixAcross(short[] patterns, int start) {
        AxisTaps across = axes.across();
        across.mix(mixed, values);
        if (across.isHeld()) {
            across.hold(mixed, values);
        }
        if (hasPadding) {
            across.mix(shares, unpadded);
        }
        for (int x = across.begin(); x < across.stop(); x++) {
            if (besidePadding == null || !touchesPadding(x)) {
                patterns[start + x] = pattern(values[x], unpadded[x]);
            }
        }
    }

    private boolean touchesPadding(int x) {
        int begin = axes.across().first(x);
        for (int i = begin; i < begin + axes.across().count(x); i++) {
            if (padded[i]) {
                return true;
            }
        }
        return false;
    }

    private void mixSourceRows(int y) {
        if (hasPadding) {
            mixUnpadded(y);
        } else {
            mixPlain(y);
        }
        if (axes.down().isHeld() && axes.down().count(y) > 1) {
            int inner = axes.down().inner(y);
            holdDown(row(inner), row(inner + 1));
        }
    }

    /** Columns in the middle that hold no padding, as most of an image does, are mixed as if there were none at all. */
    private void mixUnpadded(int y) {
        AxisTaps down = axes.down();
        findWhole(y);
        mixPlain(y);
        float sum = 0;
        for (int tap = 0; tap < down.count(y); tap++) {
            sum += down.weight(y, tap);
        }
        Arrays.fill(shares, wholeFrom, wholeTo, sum);
        Arrays.fill(padded, wholeFrom, wholeTo, false);
        addUnpadded(y, from, wholeFrom);
        addUnpadded(y, wholeTo, to);
    }

    /** The run of columns around the middle in which no row that is mixed into canvas row {@code y} has padding. */
    private void findWhole(int y) {
        int middle = (from + to) / 2;
        wholeFrom = axes.isHeld() ? middle : from;
        wholeTo = axes.isHeld() ? middle : to;
        for (int tap = 0; tap < axes.down().count(y); tap++) {
            int index = axes.down().first(y) + tap;
            row(index);
            wholeFrom = Math.max(wholeFrom, runFrom[index % SLOTS]);
            wholeTo = Math.min(wholeTo, runTo[index % SLOTS]);
        }
    }

    private void findRun(float[] row, int slot) {
        int left = (from + to) / 2;
        int right = left;
        while (left > from && !isPadding(row[left - 1])) {
            left--;
        }
        while (right < to && !isPadding(row[right])) {
            right++;
        }
        runFrom[slot] = left;
        runTo[slot] = right;
    }

    private boolean isPadding(float value) {
        return value >= padLow && value <= padHigh;
    }

    private void mixPlain(int y) {
        AxisTaps down = axes.down();
        int first = down.first(y);
        switch (down.count(y)) {
            case 2 -> mixTwo(row(first), row(first + 1), down.weight(y, 0), down.weight(y, 1));
            case 3 ->
                mixThree(row(first), row(first + 1), row(first + 2), new float[] {
                    down.weight(y, 0), down.weight(y, 1), down.weight(y, 2)
                });
            default -> {
                Arrays.fill(mixed, wholeFrom, wholeTo, 0);
                for (int tap = 0; tap < down.count(y); tap++) {
                    add(row(first + tap), down.weight(y, tap));
                }
            }
        }
    }

    /** The usual cases in loops so plain that the compiler makes vectors of them. */
    private void mixTwo(float[] one, float[] two, float oneShare, float twoShare) {
        float[] sum = mixed;
        int begin = wholeFrom;
        int end = wholeTo;
        for (int i = begin; i < end; i++) {
            sum[i] = oneShare * one[i] + twoShare * two[i];
        }
    }

    private void mixThree(float[] one, float[] two, float[] three, float[] shares) {
        float[] sum = mixed;
        int begin = wholeFrom;
        int end = wholeTo;
        float oneShare = shares[0];
        float twoShare = shares[1];
        float threeShare = shares[2];
        for (int i = begin; i < end; i++) {
            sum[i] = oneShare * one[i] + twoShare * two[i] + threeShare * three[i];
        }
    }

    private void add(float[] row, float share) {
        float[] sum = mixed;
        int begin = wholeFrom;
        int end = wholeTo;
        for (int i = begin; i < end; i++) {
            sum[i] += share * row[i];
        }
    }

    /** Source row {@code index} as numbers; made once, since most rows are mixed into more than one. */
    private float[] row(int index) {
        int slot = index % SLOTS;
        float[] row = rows[slot];
        if (rowIndex[slot] != index) {
            rowIndex[slot] = index;
            int start = index * axes.downStep();
            int step = axes.acrossStep();
            float[] numbers = bias == 0 ? SIGNED : UNSIGNED;
            if (step == 1) {
                read(samples, start, numbers, row, from, to);
            } else {
                for (int i = from; i < to; i++) {
                    row[i] = numbers[samples[start + i * step] & MASK];
                }
            }
            if (hasPadding) {
                findRun(row, slot);
            }
        }
        return row;
    }

    /** A table is faster than to make a number of each: the compiler makes no vectors of that. */
    private static void read(short[] stored, int start, float[] numbers, float[] row, int from, int to) {
        for (int i = from; i < to; i++) {
            row[i] = numbers[stored[start + i] & MASK];
        }
    }

    private static float[] numbers(int flip) {
        float[] numbers = new float[MASK + 1];
        for (int pattern = 0; pattern <= MASK; pattern++) {
            numbers[pattern] = (short) (pattern ^ flip);
        }
        return numbers;
    }

    private void addUnpadded(int y, int begin, int end) {
        AxisTaps down = axes.down();
        Arrays.fill(mixed, begin, end, 0);
        Arrays.fill(shares, begin, end, 0);
        Arrays.fill(padded, begin, end, false);
        for (int tap = 0; tap < down.count(y); tap++) {
            float[] row = row(down.first(y) + tap);
            float weight = down.weight(y, tap);
            for (int i = begin; i < end; i++) {
                boolean isPadding = isPadding(row[i]);
                float share = isPadding ? 0 : weight;
                mixed[i] += share * row[i];
                shares[i] += share;
                padded[i] |= isPadding;
            }
        }
    }

    /** Beside padding this is wrong and not used. */
    private void holdDown(float[] one, float[] other) {
        float[] held = mixed;
        for (int i = from; i < to; i++) {
            held[i] = AxisTaps.held(held[i], one[i], other[i]);
        }
    }

    private short pattern(float value, float share) {
        if (!hasPadding) {
            return rounded(value, bias);
        }
        return share < HALF ? (short) (padLow ^ bias) : rounded(besidePadding(value / share), bias);
    }

    /** A mixture of values from both sides of the padding range may fall into it: the nearest value out of it. */
    private float besidePadding(float value) {
        if (value < padLow - HALF || value >= padHigh + HALF) {
            return value;
        }
        boolean isNearerBelow = value - padLow < padHigh - value;
        boolean isBelow = padHigh == Short.MAX_VALUE || (isNearerBelow && padLow > Short.MIN_VALUE);
        return isBelow ? padLow - 1 : padHigh + 1;
    }

    static short rounded(float value, int bias) {
        // Halves go up; the shift keeps the cast, which cuts towards zero, among positive numbers.
        int rounded = (int) (value + UNSIGNED_BIAS + HALF) - UNSIGNED_BIAS;
        return (short) (rounded ^ bias);
    }
}
