package org.candela.measure;

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
record RegionStatistics(
        long count, long padding, double mean, double standardDeviation, double minimum, double maximum) {

    /** Over the pixels of {@code area} that are image; empty when there is none. Padding is left out, and counted. */
    // [impl->req~measure.statistics~1]
    static Optional<RegionStatistics> of(Area area, ValueField field) {
        Sums sums = new Sums(field);
        sums.addAll(area);
        if (sums.count == 0) {
            return Optional.empty();
        }
        sums.isSecondPass = true;
        sums.addAll(area);
        Rescale rescale = field.rescale();
        double one = rescale.apply(sums.least);
        double other = rescale.apply(sums.most);
        double spread = sums.count == 1 ? 0 : Math.sqrt(sums.squares / (sums.count - 1));
        return Optional.of(new RegionStatistics(
                sums.count,
                sums.padding,
                rescale.apply(sums.storedMean()),
                Math.abs(rescale.slope()) * spread,
                Math.min(one, other),
                Math.max(one, other)));
    }

    /** Rescaling is linear: sums run over stored values, exact in whole numbers, and are rescaled once. */
    private static final class Sums {
        private final ValueField field;
        private boolean isSecondPass;
        private long count;
        private long padding;
        private long sum;
        private double squares;
        private int least = Integer.MAX_VALUE;
        private int most = Integer.MIN_VALUE;

        Sums(ValueField field) {
            this.field = field;
        }

        double storedMean() {
            return (double) sum / count;
        }

        void addAll(Area area) {
            int first = (int) Math.max(0, Math.ceil(area.top()));
            int last = (int) Math.min(field.rows() - 1.0, Math.floor(area.bottom()));
            for (int row = first; row <= last; row++) {
                double[] crossings = area.crossings(row);
                for (int pair = 0; pair + 1 < crossings.length; pair += 2) {
                    addSpan(row, firstFrom(crossings[pair]), firstFrom(crossings[pair + 1]));
                }
            }
        }

        /** First column whose centre is not left of {@code edge}, held to the image. */
        private int firstFrom(double edge) {
            return (int) Math.max(0, Math.min(field.columns(), Math.ceil(edge)));
        }

        private void addSpan(int row, int from, int end) {
            PixelPadding outside = field.padding();
            double mean = isSecondPass ? storedMean() : 0;
            for (int column = from; column < end; column++) {
                int stored = field.frame().value(row, column);
                if (isSecondPass) {
                    double away = outside.contains(stored) ? 0 : stored - mean;
                    squares += away * away;
                } else if (outside.contains(stored)) {
                    padding++;
                } else {
                    add(stored);
                }
            }
        }

        private void add(int stored) {
            count++;
            sum += stored;
            least = Math.min(least, stored);
            most = Math.max(most, stored);
        }
    }
}
