package org.candela.displayqa.trend;

import java.util.List;

/**
 * Straight line by least squares, and the 95 % interval of its slope by Student's t with n − 2 degrees of freedom.
 *
 * @param meanDay day of the centre of gravity, counted from 1970-01-01
 * @param meanValue value there
 * @param slopePerDay change a day
 * @param halfInterval how much steeper or flatter the slope may be
 */
public record LinearFit(double meanDay, double meanValue, double slopePerDay, double halfInterval) {
    private static final double SECONDS_A_DAY = 86_400;
    /** Two-sided 95 % quantiles of Student's t for 1, 2, … 30 degrees of freedom. */
    private static final double[] T95 = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /**
     * The line through points at two days or more.
     *
     * @throws IllegalArgumentException for fewer than three points, or all at one moment
     */
    static LinearFit of(List<TrendPoint> points) {
        int n = points.size();
        double meanDay = points.stream().mapToDouble(LinearFit::day).average().orElse(0);
        double meanValue =
                points.stream().mapToDouble(TrendPoint::value).average().orElse(0);
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (TrendPoint point : points) {
            double dx = day(point) - meanDay;
            double dy = point.value() - meanValue;
            sxx += dx * dx;
            sxy += dx * dy;
            syy += dy * dy;
        }
        if (n < 3 || sxx == 0) {
            throw new IllegalArgumentException("no line through " + n + " points");
        }
        double slope = sxy / sxx;
        double residual = Math.max(0, syy - slope * sxy);
        double error = Math.sqrt(residual / (n - 2) / sxx);
        return new LinearFit(meanDay, meanValue, slope, T95[Math.min(n - 2, T95.length) - 1] * error);
    }

    /** Whether the slope differs from none with 95 % confidence. */
    public boolean isSignificant() {
        return Math.abs(slopePerDay) > halfInterval && slopePerDay != 0;
    }

    /** Value of the line on a day counted from 1970-01-01. */
    public double at(double day) {
        return meanValue + slopePerDay * (day - meanDay);
    }

    /** Day on which a line of this slope through the centre of gravity has a value. */
    double dayOf(double value, double slope) {
        return meanDay + (value - meanValue) / slope;
    }

    static double day(TrendPoint point) {
        return point.at().getEpochSecond() / SECONDS_A_DAY;
    }
}
