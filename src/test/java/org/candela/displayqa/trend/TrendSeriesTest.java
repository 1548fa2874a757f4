package org.candela.displayqa.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.Assessment;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.junit.jupiter.api.Test;

class TrendSeriesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final TrendLimit LEAST = new TrendLimit(TrendLimit.Side.LEAST, 350);

    // [utest->req~displayqa.forecast~1]
    @Test
    void aSteadyFallTellsTheDayOfTheLimit() {
        // 400 cd/m² on the first day, 0.5 less each day: 350 after 100 days.
        Forecast forecast = whites(Light.REAL, falling(6, 10, 0.5)).forecast(LEAST);

        assertEquals(Optional.of(LocalDate.parse("2026-04-11")), forecast.expected());
        assertEquals("", forecast.reason());
    }

    // [utest->req~displayqa.forecast~1]
    @Test
    void theEarliestDayComesFromTheIntervalOfTheSlope() {
        List<StoredRun> runs = new ArrayList<>();
        double[] noise = {0.4, -0.5, 0.3, -0.2, 0.5, -0.5};
        for (int i = 0; i < 6; i++) {
            runs.add(run(i + 1, 10L * i, 400 - 5 * i + noise[i], "CONTACT", false));
        }
        TrendSeries series = whites(Light.REAL, runs);

        Forecast forecast = series.forecast(LEAST);

        LocalDate expected = forecast.expected().orElseThrow();
        assertTrue(forecast.earliest().orElseThrow().isBefore(expected), forecast.text());
        // Least squares and Student's t by hand: sxx 1750, sxy -885, residual sum 0.9829, t 2.776.
        LinearFit fit = series.fit().orElseThrow();
        assertEquals(-885.0 / 1750, fit.slopePerDay(), 1e-9);
        assertEquals(0.03290, fit.halfInterval(), 1e-5);
    }

    // [utest->req~displayqa.forecast~1]
    @Test
    void whatCannotBeToldIsSaid() {
        assertReason("4 runs are too few", falling(4, 10, 0.5));
        assertReason("the runs span 10 days", falling(6, 2, 0.5));
        assertReason("the limit is crossed already", falling(6, 10, 2));
        assertReason("it moves away from the limit", falling(6, 10, -0.5));
        assertReason("not within ten years", falling(6, 10, 0.001));
        assertReason("no change is certain", falling(6, 10, 0));
    }

    // [utest->req~displayqa.trend~1]
    @Test
    void simulatedAndRealRunsAreNeverMixed() {
        List<StoredRun> runs = List.of(run(1, 0, 400, "CONTACT", false), run(2, 1, 200, "CONTACT", true));

        assertEquals(List.of(400.0), values(whites(Light.REAL, runs)));
        assertEquals(List.of(200.0), values(whites(Light.SIMULATED, runs)));
    }

    // [utest->req~displayqa.trend~1]
    @Test
    void theMonitorsOwnSensorIsComparedAndNotFollowed() {
        List<StoredRun> runs = List.of(
                run(1, 0, 500, "INTERNAL", false), run(2, 1, 400, "CONTACT", false), run(3, 2, 440, "INTERNAL", false));
        TrendSeries gap = TrendSeries.of(TrendQuantity.SENSOR_GAP, Light.REAL, runs);

        assertEquals(List.of(400.0), values(whites(Light.REAL, runs)));
        assertEquals(1, gap.points().size(), "nothing to compare the first with");
        assertEquals(0.1, gap.points().get(0).value(), 1e-12);
        assertFalse(gap.fit().isPresent());
    }

    private static void assertReason(String start, List<StoredRun> runs) {
        Forecast forecast = whites(Light.REAL, runs).forecast(LEAST);
        assertTrue(forecast.reason().startsWith(start), forecast.text());
        assertEquals(Optional.empty(), forecast.expected());
    }

    private static TrendSeries whites(Light light, List<StoredRun> runs) {
        return TrendSeries.of(TrendQuantity.MAXIMUM_LUMINANCE, light, runs);
    }

    private static List<Double> values(TrendSeries series) {
        return series.points().stream().map(TrendPoint::value).toList();
    }

    private static List<StoredRun> falling(int count, int days, double perDay) {
        List<StoredRun> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(run(i + 1, (long) days * i, 400 - perDay * days * i, "CONTACT", false));
        }
        return runs;
    }

    private static StoredRun run(long sequence, long day, double white, String aim, boolean isSimulated) {
        String record = "{\"schema\":2,\"photometer\":{\"aim\":\"" + aim + "\"},\"findings\":[{\"type\":\"ends\","
                + "\"blackCdPerM2\":1.0,\"whiteCdPerM2\":" + white + "}],\"judgements\":[]}";
        return new StoredRun(
                sequence,
                new ScreenId("S-1"),
                QaKind.QUICK_CHECK,
                START.plus(Duration.ofDays(day)),
                Assessment.PASS,
                isSimulated,
                record,
                StoredRun.START,
                StoredRun.hash(StoredRun.START, record));
    }
}
