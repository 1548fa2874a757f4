package org.candela.image;

/**
 * Which source samples, and how much of each, make each target sample along one axis.
 *
 * <p>Magnified, a target sample is interpolated as {@link Interpolation} says. Reduced, it is the average over its footprint, so
 * that a detail smaller than a target pixel gets fainter but cannot fall between two of them. Weights of a target sample
 * add up to 1; a target sample whose centre is outside the source has none.
 */
final class AxisTaps {
    private static final int MOST_CUBIC = 4;

    private static final int FEW = 3;
    /** So much longer than the source is what is mixed, so that taps that weigh nothing may lie behind its end. */
    static final int SLACK = 4;

    private final int[] first;
    private final int[] count;
    private final int stride;
    private final float[] weights;
    private final Interpolation interpolation;
    private final int[] inner;
    private int mostTaps;
    private float[][] plain = {};
    private TapRuns runs = TapRuns.NONE;
    private int begin;
    private int stop;

    private AxisTaps(int targetSize, int stride, Interpolation interpolation) {
        this.interpolation = interpolation;
        this.inner = new int[targetSize];
        this.first = new int[targetSize];
        this.count = new int[targetSize];
        this.stride = stride;
        this.weights = new float[targetSize * stride];
    }

    /**
     * Taps for target samples 0 to {@code targetSize − 1}, whose centre is at source coordinate
     * {@code step · target + offset}.
     */
    static AxisTaps of(int targetSize, double step, double offset, int sourceSize, Interpolation interpolation) {
        double footprint = Math.abs(step);
        boolean isHeld = interpolation == Interpolation.CUBIC && footprint <= 1;
        AxisTaps taps = new AxisTaps(
                targetSize,
                (int) Math.ceil(footprint) + (isHeld ? MOST_CUBIC : 2),
                isHeld ? interpolation : plain(interpolation));
        for (int target = 0; target < targetSize; target++) {
            double centre = step * target + offset;
            if (centre < -0.5 || centre >= sourceSize - 0.5) {
                continue;
            }
            if (footprint > 1) {
                taps.average(target, centre, footprint, sourceSize);
            } else {
                taps.fill(target, Math.max(0, Math.min(sourceSize - 1, centre)), sourceSize);
            }
            taps.begin = taps.stop == 0 ? target : taps.begin;
            taps.stop = target + 1;
            taps.mostTaps = Math.max(taps.mostTaps, taps.count[target]);
        }
        taps.plain = taps.byTap();
        boolean isUsual = taps.mostTaps <= FEW && !taps.isSingle();
        taps.runs = isUsual ? TapRuns.of(taps.first, taps.begin, taps.stop, taps.plain) : TapRuns.NONE;
        return taps;
    }

    /** Runs of target samples whose first taps are neighbours; none where they are too short to be worth it. */
    TapRuns runs() {
        return runs;
    }

    /** Number of target samples. */
    int size() {
        return first.length;
    }

    int first(int target) {
        return first[target];
    }

    int count(int target) {
        return count[target];
    }

    float weight(int target, int tap) {
        return weights[target * stride + tap];
    }

    /** Makes every target sample that is not outside of {@code source}, which is indexed as the source axis is. */
    void mix(float[] source, float[] target) {
        if (mostTaps <= FEW) {
            mixFew(source, target);
            return;
        }
        if (mostTaps == MOST_CUBIC) {
            mixFour(source, target);
            return;
        }
        int[] begins = first;
        int[] counts = count;
        float[] shares = weights;
        for (int sample = 0; sample < target.length; sample++) {
            int begin = begins[sample];
            int weight = sample * stride;
            float value = 0;
            for (int tap = 0; tap < counts[sample]; tap++) {
                value += shares[weight + tap] * source[begin + tap];
            }
            target[sample] = value;
        }
    }

    /** The usual magnifications without a loop inside: taps that are not there weigh nothing, and lie in the slack. */
    private void mixFew(float[] source, float[] target) {
        int[] begins = first;
        float[] one = plain[0];
        float[] two = plain[1];
        float[] three = plain[2];
        for (int sample = 0; sample < target.length; sample++) {
            int at = begins[sample];
            target[sample] = one[sample] * source[at] + two[sample] * source[at + 1] + three[sample] * source[at + 2];
        }
    }

    private void mixFour(float[] source, float[] target) {
        int[] begins = first;
        float[] one = plain[0];
        float[] two = plain[1];
        float[] three = plain[2];
        float[] four = plain[3];
        for (int sample = 0; sample < target.length; sample++) {
            int at = begins[sample];
            target[sample] = one[sample] * source[at]
                    + two[sample] * source[at + 1]
                    + three[sample] * source[at + 2]
                    + four[sample] * source[at + 3];
        }
    }

    /** Mixes and rounds to patterns of stored values, from {@code start} on; nothing where it is outside. */
    void round(float[] source, int bias, short[] patterns, int start) {
        if (mostTaps < FEW) {
            roundTwo(source, bias, patterns, start);
        } else if (mostTaps == FEW) {
            roundThree(source, bias, patterns, start);
        } else {
            for (int sample = begin; sample < stop; sample++) {
                float value = 0;
                int weight = sample * stride;
                for (int tap = 0; tap < count[sample]; tap++) {
                    value += weights[weight + tap] * source[first[sample] + tap];
                }
                patterns[start + sample] = StoredRows.rounded(value, bias);
            }
        }
    }

    private void roundTwo(float[] source, int bias, short[] patterns, int start) {
        int[] begins = first;
        float[] one = plain[0];
        float[] two = plain[1];
        for (int sample = begin; sample < stop; sample++) {
            int at = begins[sample];
            float value = one[sample] * source[at] + two[sample] * source[at + 1];
            patterns[start + sample] = StoredRows.rounded(value, bias);
        }
    }

    private void roundThree(float[] source, int bias, short[] patterns, int start) {
        int[] begins = first;
        float[] one = plain[0];
        float[] two = plain[1];
        float[] three = plain[2];
        for (int sample = begin; sample < stop; sample++) {
            int at = begins[sample];
            float value = one[sample] * source[at] + two[sample] * source[at + 1] + three[sample] * source[at + 2];
            patterns[start + sample] = StoredRows.rounded(value, bias);
        }
    }

    /** The first weights of all samples, tap by tap: loops over arrays that begin together need no checks. */
    private float[][] byTap() {
        float[][] taps = new float[MOST_CUBIC][mostTaps > MOST_CUBIC ? 0 : first.length];
        for (int tap = 0; tap < Math.min(stride, MOST_CUBIC); tap++) {
            for (int sample = 0; sample < taps[tap].length; sample++) {
                taps[tap][sample] = weights[sample * stride + tap];
            }
        }
        return taps;
    }

    /** First target sample that is not outside; {@link #stop()} when all are. */
    int begin() {
        return begin;
    }

    /** Target sample after the last that is not outside. */
    int stop() {
        return stop;
    }

    /** Whether every target sample is one source sample or none. */
    boolean isSingle() {
        return mostTaps <= 1;
    }

    /** Whether neighbours are made of neighbours, one of one. */
    boolean isCopy() {
        return isSingle() && stop > begin && first[stop - 1] - first[begin] == stop - 1 - begin;
    }

    boolean isOutside(int target) {
        return count[target] == 0;
    }

    /** First source index that any target sample needs; 0 when none does. */
    int lowest() {
        int lowest = Integer.MAX_VALUE;
        for (int target = 0; target < first.length; target++) {
            lowest = isOutside(target) ? lowest : Math.min(lowest, first[target]);
        }
        return lowest == Integer.MAX_VALUE ? 0 : lowest;
    }

    /** Index after the last source index that any target sample needs; 0 when none does. */
    int end() {
        int end = 0;
        for (int target = 0; target < first.length; target++) {
            end = isOutside(target) ? end : Math.max(end, first[target] + count[target]);
        }
        return end;
    }

    /** Whether values have to be held between their inner neighbours, because weights may be negative. */
    boolean isHeld() {
        return interpolation == Interpolation.CUBIC;
    }

    /** Source index before the target sample; it and the next are the inner neighbours of a held sample. */
    int inner(int target) {
        return inner[target];
    }

    /** Holds every target sample between its inner neighbours in {@code source}. */
    void hold(float[] source, float[] target) {
        for (int sample = 0; sample < target.length; sample++) {
            if (count[sample] > 1) {
                target[sample] = held(target[sample], source[inner[sample]], source[inner[sample] + 1]);
            }
        }
    }

    /** {@code value}, not beyond {@code one} and {@code other}. */
    static float held(float value, float one, float other) {
        return Math.max(Math.min(one, other), Math.min(Math.max(one, other), value));
    }

    private static Interpolation plain(Interpolation wanted) {
        return wanted == Interpolation.CUBIC ? Interpolation.LINEAR : wanted;
    }

    private void fill(int target, double inside, int sourceSize) {
        switch (interpolation) {
            case NEAREST -> {
                first[target] = (int) (inside + 0.5);
                count[target] = 1;
                weights[target * stride] = 1;
            }
            case LINEAR -> interpolate(target, inside);
            case CUBIC -> interpolateCubic(target, inside, sourceSize);
        }
    }

    /** Catmull-Rom: the tangent at a sample is half the difference of its neighbours; the border pixels are repeated. */
    private void interpolateCubic(int target, double inside, int sourceSize) {
        int lower = (int) inside;
        double t = inside - lower;
        if (t == 0) {
            interpolate(target, inside);
            return;
        }
        double[] four = {
            t * (-0.5 + t * (1 - 0.5 * t)),
            1 + t * t * (-2.5 + 1.5 * t),
            t * (0.5 + t * (2 - 1.5 * t)),
            t * t * (-0.5 + 0.5 * t)
        };
        int begin = Math.max(0, lower - 1);
        int end = Math.min(sourceSize - 1, lower + 2);
        inner[target] = lower;
        first[target] = begin;
        count[target] = end - begin + 1;
        for (int i = 0; i < four.length; i++) {
            int source = Math.max(begin, Math.min(end, lower - 1 + i));
            weights[target * stride + source - begin] += (float) four[i];
        }
    }

    private void interpolate(int target, double inside) {
        int lower = (int) inside;
        float fraction = (float) (inside - lower);
        first[target] = lower;
        count[target] = fraction > 0 ? 2 : 1;
        weights[target * stride] = 1 - fraction;
        weights[target * stride + 1] = fraction;
    }

    private void average(int target, double centre, double footprint, int sourceSize) {
        // Pixel i covers i to i + 1 here.
        double low = Math.max(0, centre + 0.5 - footprint / 2);
        double high = Math.min(sourceSize, centre + 0.5 + footprint / 2);
        int lower = (int) low;
        int upper = Math.min(sourceSize, (int) Math.ceil(high));
        first[target] = lower;
        count[target] = upper - lower;
        for (int i = lower; i < upper; i++) {
            double covered = Math.min(high, i + 1) - Math.max(low, i);
            weights[target * stride + i - lower] = (float) (covered / (high - low));
        }
    }
}
