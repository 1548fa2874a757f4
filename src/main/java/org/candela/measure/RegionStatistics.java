package org.candela.measure;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;
import org.candela.image.PixelPadding;
import org.candela.image.Rescale;

/**
 * Statistics over the modality values of stored pixels within an area.
 *
 * @param count pixels whose values are counted, ≥ 1
 * @param padding pixels inside that are no image, left out
 * @param mean {@code Σx / n}
 * @param standardDeviation {@code √(Σ(x − mean)² / (n − 1))}; 0 for one pixel, of which it says nothing
 */
public record RegionStatistics(
        long count, long padding, double mean, double standardDeviation, double minimum, double maximum) {

    /** Over the pixels of {@code area} that are image; empty when there is none. Padding is left out, and counted. */
    // [impl->req~measure.statistics~1]
    static Optional<RegionStatistics> of(Area area, ValueField field) {
        Sums sums = new Sums(field);
        sums.addAll(area);
        return of(sums, field);
    }

    private static Optional<RegionStatistics> of(Sums sums, ValueField field) {
        if (sums.count == 0) {
            return Optional.empty();
        }
        Rescale rescale = field.rescale();
        double one = rescale.apply(sums.least);
        double other = rescale.apply(sums.most);
        return Optional.of(new RegionStatistics(
                sums.count,
                sums.padding,
                rescale.apply(sums.storedMean()),
                Math.abs(rescale.slope()) * sums.storedDeviation(),
                Math.min(one, other),
                Math.max(one, other)));
    }

    /** Over the pixels of {@code inside}, row-major in the size of the frame; padding is left out, and counted. */
    // [impl->req~viewer.regions-measured~1]
    public static Optional<RegionStatistics> of(BitSet inside, ValueField field) {
        if (!field.isGrayscale()) {
            return Optional.empty();
        }
        Sums sums = new Sums(field);
        int columns = field.columns();
        for (int row = 0; row < field.rows(); row++) {
            int end = (row + 1) * columns;
            int from = inside.nextSetBit(row * columns);
            while (from >= 0 && from < end) {
                int to = Math.min(end, inside.nextClearBit(from));
                sums.addSpan(row, from - row * columns, to - row * columns);
                from = inside.nextSetBit(to);
            }
        }
        return of(sums, field);
    }

    /**
     * Rescaling is linear: sums run over stored values of at most 16 bits, exact in whole numbers, and are rescaled once.
     * With 100 million samples a frame at most, the sum of squares stays below 2⁵⁹.
     */
    private static final class Sums {
        private final ValueField field;
        private long count;
        private long padding;
        private long sum;
        private long squares;
        private int least = Integer.MAX_VALUE;
        private int most = Integer.MIN_VALUE;

        Sums(ValueField field) {
            this.field = field;
        }

        double storedMean() {
            return (double) sum / count;
        }

        /** {@code √((n·Σx² − (Σx)²) / (n·(n − 1)))}, its difference exact, so that nothing cancels. */
        double storedDeviation() {
            if (count == 1) {
                return 0;
            }
            BigInteger n = BigInteger.valueOf(count);
            BigInteger difference = n.multiply(BigInteger.valueOf(squares))
                    .subtract(BigInteger.valueOf(sum).pow(2));
            return Math.sqrt(difference.doubleValue() / ((double) count * (count - 1)));
        }

        void addAll(Area area) {
            Spans.of(area, field.rows(), field.columns(), this::addSpan);
        }

        private void addSpan(int row, int from, int end) {
            PixelPadding outside = field.padding();
            for (int column = from; column < end; column++) {
                int stored = field.frame().value(row, column);
                if (outside.contains(stored)) {
                    padding++;
                } else {
                    count++;
                    sum += stored;
                    squares += (long) stored * stored;
                    least = Math.min(least, stored);
                    most = Math.max(most, stored);
                }
            }
        }
    }
}
