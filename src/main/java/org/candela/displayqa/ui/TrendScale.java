package org.candela.displayqa.ui;

import java.time.LocalDate;
import java.util.stream.DoubleStream;
import org.candela.displayqa.trend.Trend;
import org.candela.displayqa.trend.TrendPoint;

/**
 * From day and value to the plot's own points, y down.
 *
 * @param firstDay at the left edge, counted from 1970-01-01
 * @param lastDay at the right edge
 * @param bottom value at the lower edge
 * @param top value at the upper edge
 */
record TrendScale(double width, double height, double firstDay, double lastDay, double bottom, double top) {
    private static final double SECONDS_A_DAY = 86_400;
    private static final double LEAST_DAYS = 30;
    /** A forecast years away would press the runs into a corner; it is told in words then. */
    private static final double MOST_AHEAD = 2;

    private static final double ROOM = 0.08;

    /** Room for all points, the limit, and the day of the forecast where it is not too far away. */
    static TrendScale of(Trend trend, double width, double height) {
        double first = day(trend.series().points().get(0));
        double last = day(trend.series().points().get(trend.series().points().size() - 1));
        double span = Math.max(LEAST_DAYS, last - first);
        double ahead = trend.forecast()
                .flatMap(told -> told.expected())
                .map(LocalDate::toEpochDay)
                .orElse(0L);
        double end = Math.max(last, Math.min(ahead, last + MOST_AHEAD * span));
        double[] values = DoubleStream.concat(
                        trend.series().points().stream().mapToDouble(TrendPoint::value),
                        trend.limit().stream().mapToDouble(limit -> limit.value()))
                .toArray();
        double least = DoubleStream.of(values).min().orElse(0);
        double most = DoubleStream.of(values).max().orElse(1);
        double room = most > least ? ROOM * (most - least) : Math.max(Math.abs(most) * ROOM, 1e-3);
        return new TrendScale(
                width, height, first, Math.max(end, first + LEAST_DAYS) + ROOM * span, least - room, most + room);
    }

    static double day(TrendPoint point) {
        return point.at().getEpochSecond() / SECONDS_A_DAY;
    }

    double x(double day) {
        return width * (day - firstDay) / (lastDay - firstDay);
    }

    double y(double value) {
        return height * (1 - (value - bottom) / (top - bottom));
    }
}
