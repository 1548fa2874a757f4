package org.candela.displayqa.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.QaRecord;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.image.DisplayLut;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends and places before a meter that scatters, and with one reading that is far off. */
class RepeatedReadingsTest {
    private static final double SCATTER = 0.002;
    /** Seconds that slow meters take. */
    private static final int FOR_BLACK = 10;

    private static final int FOR_WHITE = 2;

    @TempDir
    private Path folder;

    private final Bench bench = new Bench(SimulatedPanel.gamma(2.2));
    private final Random chance = new Random(7);
    private final List<Double> told = new ArrayList<>();

    // [utest->req~displayqa.noise~1]
    // [utest->req~displayqa.outliers~1]
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void oneSpikeAmongTheReadingsOfBlackAndWhiteIsRejectedWhereverItIs(int spike) throws Exception {
        QaOutcome truth = run(TestPlan.usual(QaKind.QUICK_CHECK), light -> light, QaProgress.NONE);
        EndsSeen ideal = truth.ends().orElseThrow();
        told.clear();

        QaOutcome done = run(TestPlan.usual(QaKind.QUICK_CHECK), spikeAt(spike), QaProgress.NONE);

        EndsSeen seen = done.ends().orElseThrow();
        assertEquals(
                ideal.white().cdPerM2(),
                seen.white().cdPerM2(),
                0.005 * ideal.white().cdPerM2());
        assertEquals(
                ideal.black().cdPerM2(),
                seen.black().cdPerM2(),
                0.005 * ideal.black().cdPerM2());
        List<Reading> rejects = done.readings().stream()
                .filter(reading -> !reading.isAccepted())
                .toList();
        assertEquals(1, rejects.size(), done.readings().toString());
        assertEquals(told.get(spike), rejects.get(0).luminance().cdPerM2(), "the spike itself");
        assertEquals(done.readings().size() - 1, seen.blackReadings() + seen.whiteReadings());
    }

    // [utest->req~displayqa.noise~1]
    // [utest->req~displayqa.uniformity~1]
    @Test
    void aSpikeAtOnePlaceOfAFieldDoesNotMakeTheScreenUneven() throws Exception {
        QaOutcome done = run(TestPlan.usual(QaKind.UNIFORMITY), spikeAt(13), QaProgress.NONE);

        FieldSeen field = done.all(FieldSeen.class).findFirst().orElseThrow();
        assertTrue(
                field.uniformity().maximumLuminanceDeviation() < 0.01,
                "an even panel: " + field.uniformity().maximumLuminanceDeviation());
        assertEquals(9, field.readings().size());
        assertTrue(
                field.readings().stream().allMatch(count -> count >= 3 && count <= 5),
                field.readings().toString());
        assertEquals(
                1,
                done.readings().stream()
                        .filter(reading -> !reading.isAccepted())
                        .count());
    }

    /** Two minutes are for all of it: half of them are left for the pattern and the hands. */
    // [utest->req~displayqa.quick-check~1]
    @Test
    void withASlowMeterBothEndsTakeAMinuteAtMost() throws Exception {
        QaOutcome done = run(
                TestPlan.usual(QaKind.QUICK_CHECK),
                light -> light * (1 + 0.01 * chance.nextGaussian()),
                QaProgress.NONE);

        EndsSeen ends = done.ends().orElseThrow();
        assertEquals(5, ends.whiteReadings(), "it scatters too much for fewer");
        int seconds = done.readings().stream()
                .mapToInt(reading -> reading.luminance().cdPerM2() < 10 ? FOR_BLACK : FOR_WHITE)
                .sum();
        assertTrue(seconds <= 60, seconds + " s for " + ends);
    }

    // [utest->req~displayqa.noise~1]
    @Test
    void aQuietMeterIsReadThreeTimesAndTheRecordSaysSo() throws Exception {
        QaOutcome done = run(TestPlan.usual(QaKind.QUICK_CHECK), light -> light, QaProgress.NONE);

        try (Database database = Database.open(folder.resolve("qa.db"), Bench.CLOCK)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            StoredRun kept = ledger.keep(QaRecord.judged(bench.session(), done, Bench.CLOCK));
            assertEquals(
                    3, kept.view().ends().orElseThrow().path("blackReadings").asInt());
            assertEquals(
                    3, kept.view().ends().orElseThrow().path("whiteReadings").asInt());
            assertEquals(Optional.empty(), ledger.firstFault());
        }
    }

    // [utest->req~displayqa.outliers~1]
    @Test
    void readingsThatNeverAgreeEndTheRun() {
        DoubleUnaryOperator wild = light -> {
            told.add(light);
            return light * Math.pow(8, told.size() % 7);
        };

        DeviceException refused = assertThrows(
                DeviceException.class, () -> run(TestPlan.usual(QaKind.UNIFORMITY), wild, QaProgress.NONE));

        assertEquals("device.implausible", refused.code());
    }

    // [utest->req~displayqa.record-time~1]
    @Test
    void theLogRejectsTheSameReadingAndKeepsItsTime() throws Exception {
        RunLog log = RunLog.begin(bench.session().at(Sites.known()), QaProgress.NONE, Bench.CLOCK);

        QaOutcome done = run(TestPlan.usual(QaKind.QUICK_CHECK), spikeAt(1), log);

        assertEquals(
                done.readings().stream().map(Reading::isAccepted).toList(),
                log.readings().stream().map(Reading::isAccepted).toList());
        assertEquals(
                done.readings().stream().map(Reading::luminance).toList(),
                log.readings().stream().map(Reading::luminance).toList());
        assertTrue(log.readings().stream().allMatch(reading -> reading.taken().isPresent()));
    }

    /** Scatters always, and once reads 40 % too much. */
    private DoubleUnaryOperator spikeAt(int number) {
        return light -> {
            double seen = light * (1 + SCATTER * chance.nextGaussian()) * (told.size() == number ? 1.4 : 1);
            told.add(seen);
            return seen;
        };
    }

    private QaOutcome run(TestPlan plan, DoubleUnaryOperator meter, QaProgress progress) throws Exception {
        Photometer exact = bench.photometer;
        Photometer scattering = new Photometer() {
            @Override
            public Identity identity() {
                return exact.identity();
            }

            @Override
            public Luminance read() throws DeviceException {
                return new Luminance(meter.applyAsDouble(exact.read().cdPerM2()));
            }
        };
        TestRun.Through table = new TestRun.Through(DisplayLut.IDENTITY, new QaOutcome.TableSeen("", true));
        return new TestRun(bench.testBench().with(scattering), table)
                .run(plan, new TestRun.Hands(new Cancellation(), progress, MeterPlacement.NOWHERE));
    }
}
