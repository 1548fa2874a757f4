package org.candela.displayqa.ui;

import java.util.Locale;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.trend.Light;
import org.candela.displayqa.trend.Trend;
import org.candela.displayqa.trend.TrendQuantity;
import org.candela.ui.Messages;

/** Trends in words, for whoever does not see the chart, and beneath it. */
final class TrendText {
    private TrendText() {}

    /** Name of a series; a simulated one is marked. */
    // [impl->req~displayqa.simulated~1]
    static String name(Trend trend, Messages words) {
        String label = trend.series().quantity().label();
        return trend.series().light() == Light.SIMULATED ? words.text("displayqa.trend.simulated", label) : label;
    }

    /** What the series comes to: last value, number of runs, forecast. */
    static String line(Trend trend, Messages words) {
        int count = trend.series().points().size();
        double last = trend.series().points().get(count - 1).value();
        String forecast =
                trend.forecast().map(told -> told.text()).orElseGet(() -> words.text("displayqa.trend.unlimited"));
        return words.text(
                "displayqa.trend.line",
                name(trend, words),
                value(trend.series().quantity(), last),
                Integer.toString(count),
                forecast);
    }

    static String value(TrendQuantity quantity, double value) {
        return switch (quantity.unit()) {
            case "share" -> QuantityText.percent(value);
            case "h" -> String.format(Locale.ROOT, "%.0f h", value);
            default -> String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
        };
    }
}
