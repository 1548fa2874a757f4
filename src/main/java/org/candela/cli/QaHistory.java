package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.trend.Forecast;
import org.candela.displayqa.trend.Light;
import org.candela.displayqa.trend.LinearFit;
import org.candela.displayqa.trend.Trend;
import org.candela.displayqa.trend.TrendSeries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code candela qa history}: runs that count, how the display changes, and when a limit will be crossed. Exit 0; 2 for a
 * display that was never measured here.
 */
// [impl->req~cli.qa-history~1]
@Command(
        name = "history",
        description = {
            "Lists the runs on each display, oldest first, and their trends: L'max, L'min, κδ, uniformity,",
            "internal against external sensor, backlight hours, with the day on which a limit will be crossed.",
            "Withdrawn runs are left out; runs that broke off are listed and count for nothing; simulated and real ones are never",
            "mixed."
        },
        mixinStandardHelpOptions = true)
final class QaHistory implements Callable<Integer> {
    private static final double DAYS_A_YEAR = 365.25;

    private final QaDesk desk;

    @Option(names = "--display", paramLabel = "ID", description = "This display alone.")
    private @Nullable String display;

    @Mixin
    private final Output output = new Output();

    QaHistory(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        ArrayNode displays = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        desk.onLedger(ledger -> {
            for (ScreenId screen : wished(ledger)) {
                List<StoredRun> history = ledger.history(screen);
                ObjectNode json = displays.addObject().put("display", screen.value());
                text.append(screen.value()).append(System.lineSeparator());
                runs(together(history, ledger.aborted(screen)), json, text);
                trends(history, json, text);
            }
            return true;
        });
        output.print(
                displays,
                text.isEmpty() ? "no display was measured yet" : text.toString().stripTrailing());
        return 0;
    }

    private List<ScreenId> wished(QaLedger ledger) throws CandelaException {
        List<ScreenId> all = ledger.displays();
        String one = display;
        if (one == null) {
            return all;
        }
        if (all.stream().noneMatch(screen -> screen.value().equals(one))) {
            throw new CandelaException(
                    "cli.no-such-display", "no run on a display \"" + one + "\"; there are runs on " + all);
        }
        return List.of(new ScreenId(one));
    }

    /** Runs that broke off stand among the others, and count for nothing. */
    // [impl->req~displayqa.aborted~1]
    private static List<StoredRun> together(List<StoredRun> history, List<StoredRun> aborted) {
        return Stream.concat(history.stream(), aborted.stream())
                .sorted(Comparator.comparingLong(StoredRun::sequence))
                .toList();
    }

    private static void runs(List<StoredRun> history, ObjectNode json, StringBuilder text) {
        ArrayNode runs = json.putArray("runs");
        for (StoredRun run : history) {
            runs.addObject()
                    .put("run", run.sequence())
                    .put("at", run.at().toString())
                    .put("kind", run.kind().name())
                    .put("overall", run.overall().name())
                    .put("simulated", run.isSimulated())
                    .put("hash", run.hash());
            run.abortedBecause().ifPresent(why -> ((ObjectNode) runs.get(runs.size() - 1)).put("aborted", why));
            text.append("  ")
                    .append(run.at())
                    .append("  ")
                    .append(run.summary())
                    .append(System.lineSeparator());
        }
    }

    private static void trends(List<StoredRun> history, ObjectNode json, StringBuilder text) {
        ArrayNode trends = json.putArray("trends");
        for (Trend trend : Trend.all(history)) {
            trends.add(json(trend.series(), trend.forecast()));
            text.append("  ").append(line(trend.series(), trend.forecast())).append(System.lineSeparator());
        }
    }

    private static ObjectNode json(TrendSeries series, Optional<Forecast> forecast) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("quantity", series.quantity().name())
                .put("light", series.light().name())
                .put("unit", series.quantity().unit());
        ArrayNode points = json.putArray("points");
        series.points().forEach(point -> points.addObject()
                .put("run", point.run())
                .put("at", point.at().toString())
                .put("value", point.value()));
        series.fit().ifPresent(fit -> json.putObject("fit")
                .put("slopePerYear", fit.slopePerDay() * DAYS_A_YEAR)
                .put("halfInterval95", fit.halfInterval() * DAYS_A_YEAR)
                .put("significant", fit.isSignificant()));
        forecast.ifPresent(told -> {
            ObjectNode node = json.putObject("forecast");
            told.expected().ifPresent(day -> node.put("expected", day.toString()));
            told.earliest().ifPresent(day -> node.put("earliest", day.toString()));
            node.put("reason", told.reason());
        });
        return json;
    }

    private static String line(TrendSeries series, Optional<Forecast> forecast) {
        double last = series.points().get(series.points().size() - 1).value();
        String mark = series.light() == Light.SIMULATED ? "SIMULATED " : "";
        String slope = series.fit().map(QaHistory::slope).orElse("");
        return mark + series.quantity().label() + ": " + String.format(Locale.ROOT, "%.4g", last) + " "
                + series.quantity().unit() + " in the last of "
                + series.points().size() + " runs" + slope
                + forecast.map(told -> "; " + told.text()).orElse("");
    }

    private static String slope(LinearFit fit) {
        return String.format(
                Locale.ROOT,
                ", %+.3g ± %.2g a year",
                fit.slopePerDay() * DAYS_A_YEAR,
                fit.halfInterval() * DAYS_A_YEAR);
    }
}
