package org.candela.displayqa.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.junit.jupiter.api.Test;

class RunLogTest {
    private final Bench bench = new Bench();

    // [utest->req~displayqa.record-time~1]
    @Test
    void everyReadingKnowsWhenItWasTakenRejectsToo() throws Exception {
        RunLog log = RunLog.begin(bench.session().at(Sites.known()), QaProgress.NONE, Bench.CLOCK);

        log.read(new Reading(0xFF000000, new Luminance(1), Optional.empty(), false));
        log.read(new Reading(0xFF000000, new Luminance(2), Optional.empty(), true));

        assertEquals(
                List.of(Optional.of(Duration.ofMillis(250)), Optional.of(Duration.ofMillis(500))),
                log.readings().stream().map(Reading::taken).toList());
        assertEquals(
                Optional.of(Duration.ofMillis(750)), log.circumstances().lasted(), "the clock that only goes forward");
        assertEquals(ZoneOffset.ofHours(1), log.circumstances().offset(), "Vienna in November");
        assertEquals(Bench.NOW, log.circumstances().began());
    }

    // [utest->req~displayqa.record-time~1]
    @Test
    void aRunTellsTheLogWhateverItReads() throws Exception {
        List<Reading> heard = new ArrayList<>();
        QaProgress hearer = new QaProgress() {
            @Override
            public void reached(Step step, int readings) {}

            @Override
            public void read(Reading reading) {
                heard.add(reading);
            }
        };
        RunLog log = RunLog.begin(bench.session().at(Sites.known()), hearer, Bench.CLOCK);

        QaOutcome done =
                new CalibrationRun(bench.testBench(), bench.session().profile().goal()).run(new Cancellation(), log);

        assertEquals(done.readings(), heard);
        assertEquals(done.readings().size(), log.readings().size());
        assertTrue(log.readings().stream().allMatch(reading -> reading.taken().isPresent()));
        Calibration.Basis basis = done.calibration().orElseThrow().basis();
        assertTrue(basis.isReadBackEqual());
        assertTrue(basis.nativeCurve().size() >= 18, "the native curve as measured: " + basis.nativeCurve());
    }

    // [utest->req~displayqa.record-site~1]
    @Test
    void whereNothingIsKnownEveryFactSaysWhy() throws Exception {
        RunLog log = RunLog.begin(bench.session(), QaProgress.NONE, Bench.CLOCK);

        Circumstances circumstances = log.circumstances();
        assertEquals(Optional.empty(), circumstances.lasted());
        assertTrue(circumstances.workstation().host().text().startsWith("not read: "));
        assertTrue(circumstances.monitor().told().isEmpty());
        assertTrue(!circumstances.monitor().whyNot().isBlank());
    }

    @Test
    void aTemperatureThatNoRoomHasIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new ToldConditions(Optional.of(Double.NaN), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new ToldConditions(Optional.of(200.0), Optional.empty()));
    }
}
