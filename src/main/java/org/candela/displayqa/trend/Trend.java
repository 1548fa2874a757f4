package org.candela.displayqa.trend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.displayqa.ledger.StoredRun;

/**
 * A series and the limit that it may cross: that of the last run that was judged by one on its quantity.
 *
 * @param limit empty where no standard that was asked limits it
 */
// [impl->req~displayqa.trend~1]
public record Trend(TrendSeries series, Optional<TrendLimit> limit) {
    /** Every series of a display that has points, real light before simulated. */
    public static List<Trend> all(List<StoredRun> history) {
        List<Trend> trends = new ArrayList<>();
        for (Light light : Light.values()) {
            for (TrendQuantity quantity : TrendQuantity.values()) {
                TrendSeries series = TrendSeries.of(quantity, light, history);
                if (!series.points().isEmpty()) {
                    trends.add(new Trend(series, limit(quantity, light, history)));
                }
            }
        }
        return trends;
    }

    /** When the limit will be crossed, or why that cannot be told; empty where there is no limit. */
    public Optional<Forecast> forecast() {
        return limit.map(series::forecast);
    }

    private static Optional<TrendLimit> limit(TrendQuantity quantity, Light light, List<StoredRun> history) {
        Optional<TrendLimit> found = Optional.empty();
        for (StoredRun run : history) {
            for (JsonNode judgement : light.includes(run) ? run.view().judgements() : List.<JsonNode>of()) {
                for (JsonNode verdict : judgement.path("verdicts")) {
                    boolean isMeant = quantity.limited()
                            .filter(limited -> limited.name()
                                    .equals(verdict.path("quantity").asText()))
                            .isPresent();
                    if (isMeant && verdict.path("limit").isNumber()) {
                        found = Optional.of(limit(verdict));
                    }
                }
            }
        }
        return found;
    }

    private static TrendLimit limit(JsonNode verdict) {
        boolean isLeast = verdict.path("operator").asText().startsWith(">");
        return new TrendLimit(
                isLeast ? TrendLimit.Side.LEAST : TrendLimit.Side.MOST,
                verdict.path("limit").asDouble());
    }
}
