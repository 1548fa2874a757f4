package org.candela.measure;

import java.util.Optional;
import org.candela.image.PixelPadding;

/**
 * How many pixels have which value, in the unit of the field. Padding is left out, and counted. Immutable; safe from any
 * thread.
 */
public final class ValueCounts {
    private static final int PATTERNS = 65536;

    private final ValueField field;
    private final int[] counts;
    private final long total;
    private final long padding;
    private final int least;
    private final int most;

    private ValueCounts(ValueField field, int[] counts, long padding) {
        this.field = field;
        this.counts = counts;
        this.padding = padding;
        long all = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                all += counts[i];
                first = first < 0 ? i : first;
                last = i;
            }
        }
        this.total = all;
        this.least = first;
        this.most = last;
    }

    /** Of all pixels of a grey frame; empty where there is none but padding, or pixels have no single value. */
    public static Optional<ValueCounts> of(ValueField field) {
        return field.isGrayscale() ? whole(field) : Optional.empty();
    }

    /**
     * Of the pixels whose centres a figure holds; empty where it is no area, crosses itself, holds none but padding, or
     * pixels have no single value.
     */
    // [impl->req~measure.value-counts~1]
    public static Optional<ValueCounts> within(Figure figure, ValueField field) {
        if (!figure.kind().isArea() || !field.isGrayscale() || Area.of(figure).crossesItself()) {
            return Optional.empty();
        }
        Counter counter = new Counter(field);
        Spans.of(Area.of(figure), field.rows(), field.columns(), counter);
        return counter.counts();
    }

    private static Optional<ValueCounts> whole(ValueField field) {
        Counter counter = new Counter(field);
        for (int row = 0; row < field.rows(); row++) {
            counter.span(row, 0, field.columns());
        }
        return counter.counts();
    }

    /** Pixels counted, at least 1. */
    public long total() {
        return total;
    }

    /** Pixels that are padding and not counted. */
    public long padding() {
        return padding;
    }

    /** Unit of the values; empty when the file does not say. */
    public String unit() {
        return field.unit();
    }

    /** Smallest value. */
    public double minimum() {
        return isAscending() ? value(least) : value(most);
    }

    /** Largest value. */
    public double maximum() {
        return isAscending() ? value(most) : value(least);
    }

    /** The smallest value that at least {@code share} (0 to 1) of the pixels do not exceed: the percentile by nearest rank. */
    public double percentile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int step = 0; step <= most - least; step++) {
            int pattern = isAscending() ? least + step : most - step;
            seen += counts[pattern];
            if (seen >= wanted) {
                return value(pattern);
            }
        }
        return maximum();
    }

    /**
     * Pixels in columns of equal width from the smallest to the largest value.
     *
     * @param most how many columns at most; there are fewer where there are fewer steps between the values, so that none
     *     is empty only because no value can fall into it
     */
    public long[] columns(int most) {
        int steps = this.most - least + 1;
        int perColumn = (steps + most - 1) / most;
        long[] columns = new long[(steps + perColumn - 1) / perColumn];
        for (int step = 0; step < steps; step++) {
            int pattern = isAscending() ? least + step : this.most - step;
            columns[step / perColumn] += counts[pattern];
        }
        return columns;
    }

    private boolean isAscending() {
        return field.rescale().slope() > 0;
    }

    private double value(int pattern) {
        return field.rescale().apply(pattern + field.frame().layout().minimum());
    }

    /** Counts by stored value, from the smallest that the layout allows. */
    private static final class Counter implements Spans.Visitor {
        private final ValueField field;
        private final int[] counts = new int[PATTERNS];
        private final int offset;
        private long padding;

        Counter(ValueField field) {
            this.field = field;
            this.offset = field.frame().layout().minimum();
        }

        @Override
        public void span(int row, int from, int end) {
            PixelPadding outside = field.padding();
            for (int column = from; column < end; column++) {
                int stored = field.frame().value(row, column);
                if (outside.contains(stored)) {
                    padding++;
                } else {
                    counts[stored - offset & PATTERNS - 1]++;
                }
            }
        }

        Optional<ValueCounts> counts() {
            ValueCounts all = new ValueCounts(field, counts, padding);
            return all.total == 0 ? Optional.empty() : Optional.of(all);
        }
    }
}
