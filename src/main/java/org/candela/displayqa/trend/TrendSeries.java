package org.candela.displayqa.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.displayqa.ledger.StoredRun;

/**
 * One quantity of one display over time, oldest first. Immutable.
 *
 * <p>The runs are those that count: the ledger's history leaves withdrawn ones out.
 */
// [impl->req~displayqa.trend~1]
public record TrendSeries(TrendQuantity quantity, Light light, List<TrendPoint> points) {
    /** Fewer points, or a shorter time, foretell nothing. */
    static final int LEAST_POINTS = 5;

    static final int LEAST_DAYS = 28;
    private static final double LONGEST_DAYS = 3652;

    public TrendSeries {
        points = List.copyOf(points);
    }

    /** Of the runs of one display that count, oldest first. */
    public static TrendSeries of(TrendQuantity quantity, Light light, List<StoredRun> history) {
        List<StoredRun> runs = history.stream()
                .filter(run -> run.kind().isRun() && light.includes(run))
                .toList();
        List<TrendPoint> points = quantity == TrendQuantity.SENSOR_GAP ? gaps(runs) : values(quantity, runs);
        return new TrendSeries(quantity, light, points);
    }

    private static List<TrendPoint> values(TrendQuantity quantity, List<StoredRun> runs) {
        List<TrendPoint> points = new ArrayList<>();
        for (StoredRun run : runs) {
            quantity.of(run).ifPresent(value -> points.add(new TrendPoint(run.sequence(), run.at(), value)));
        }
        return points;
    }

    private static List<TrendPoint> gaps(List<StoredRun> runs) {
        List<TrendPoint> points = new ArrayList<>();
        double external = Double.NaN;
        for (StoredRun run : runs) {
            OptionalDouble atOnce = TrendQuantity.ownSensorGap(run.view());
            atOnce.ifPresent(gap -> points.add(new TrendPoint(run.sequence(), run.at(), gap)));
            OptionalDouble white = TrendQuantity.white(run.view());
            if (white.isEmpty()) {
                continue;
            }
            if (!TrendQuantity.isOfTheMonitor(run.view())) {
                external = white.orElseThrow();
            } else if (external > 0) {
                points.add(new TrendPoint(run.sequence(), run.at(), white.orElseThrow() / external - 1));
            }
        }
        return points;
    }

    /** The straight line through all points; empty where there are too few. */
    public Optional<LinearFit> fit() {
        return points.size() < LEAST_POINTS || days() == 0 ? Optional.empty() : Optional.of(LinearFit.of(points));
    }

    /** When the limit will be crossed, or why that cannot be told. */
    // [impl->req~displayqa.forecast~1]
    public Forecast forecast(TrendLimit limit) {
        if (points.size() < LEAST_POINTS) {
            return Forecast.none(points.size() + " runs are too few; " + LEAST_POINTS + " are needed");
        }
        if (days() < LEAST_DAYS) {
            return Forecast.none("the runs span " + Math.round(days()) + " days; " + LEAST_DAYS + " are needed");
        }
        LinearFit fit = LinearFit.of(points);
        double last = LinearFit.day(points.get(points.size() - 1));
        if (limit.isBeyond(fit.at(last))) {
            return Forecast.none("the limit is crossed already");
        }
        if (!fit.isSignificant()) {
            return Forecast.none("no change is certain at 95 %");
        }
        boolean isTowards = fit.slopePerDay() < 0 == (limit.side() == TrendLimit.Side.LEAST);
        if (!isTowards) {
            return Forecast.none("it moves away from the limit");
        }
        double expected = fit.dayOf(limit.value(), fit.slopePerDay());
        if (expected - last > LONGEST_DAYS) {
            return Forecast.none("not within ten years");
        }
        double steepest = fit.slopePerDay() + Math.copySign(fit.halfInterval(), fit.slopePerDay());
        double earliest = Math.max(last, fit.dayOf(limit.value(), steepest));
        return new Forecast(Optional.of(day(expected)), Optional.of(day(earliest)), "");
    }

    private double days() {
        return LinearFit.day(points.get(points.size() - 1)) - LinearFit.day(points.get(0));
    }

    private static LocalDate day(double epochDay) {
        return LocalDate.ofEpochDay((long) Math.floor(epochDay));
    }
}
