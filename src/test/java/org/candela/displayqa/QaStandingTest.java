package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.displayqa.QaStanding.State;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaProgress;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QaStandingTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Optional<LocalDate> NEXT_YEAR = Optional.of(LocalDate.of(2027, 11, 24));

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayQa qa;

    private final Bench bench = new Bench();

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
        qa = new DisplayQa(ledger, Bench.CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~displayqa.standing~1]
    // [utest->req~displayqa.gate~1]
    @Test
    void aDisplayThatWasNeverCalibratedBlocks() {
        assertStanding(State.NEVER_CALIBRATED, Status.BLOCKED, Duration.ZERO);
    }

    // [utest->req~displayqa.standing~1]
    // [utest->req~displayqa.gate~1]
    @Test
    void aDisplayInOrderIsReadyUntilItIsDue() throws Exception {
        qa.calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);

        assertStanding(State.IN_ORDER, Status.READY, YEAR);
        assertStanding(State.OVERDUE, Status.BLOCKED, YEAR.plusSeconds(1));
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aSimulatedCalibrationWarnsAndSaysSo() throws Exception {
        qa.calibrate(bench.session(), new Cancellation(), QaProgress.NONE);

        ReadinessItem item = assertStanding(State.SIMULATED, Status.WARNING, Duration.ZERO);

        assertTrue(item.reason().contains("SIMULATED"), item.reason());
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aSimulatedCheckAfterARealCalibrationStillWarns() throws Exception {
        qa.calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        qa.checkQuickly(bench.session(), new Cancellation());

        assertStanding(State.SIMULATED, Status.WARNING, Duration.ZERO);
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aFailedConstancyTestBlocksEvenAfterAQuickCheckThatPasses() throws Exception {
        qa.calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        bench.monitor.age(0.9);
        qa.testConstancy(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        bench.monitor.age(1);
        qa.checkQuickly(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation());

        assertStanding(State.FAILED, Status.BLOCKED, Duration.ZERO);
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aMeterWithoutACertificateLeavesTheDisplayNotAssessed() throws Exception {
        qa.calibrate(bench.sessionWithMeterDue(Optional.empty()), new Cancellation(), QaProgress.NONE);

        assertStanding(State.NOT_ASSESSED, Status.NOT_ASSESSED, Duration.ZERO);
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aFailedQuickCheckBlocks() throws Exception {
        qa.calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        bench.testBench().ramp().load(Bench.FOUND);
        qa.checkQuickly(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation());

        assertStanding(State.FAILED, Status.BLOCKED, Duration.ZERO);
    }

    private ReadinessItem assertStanding(State state, Status status, Duration later) {
        Clock clock = Clock.offset(Bench.CLOCK, later);
        ReadinessItem item = new DisplayStandingCheck(
                        ledger, clock, new DisplayStandingCheck.Watched(Bench.DISPLAY.id(), "Left display", YEAR))
                .evaluate();
        try {
            assertEquals(
                    state,
                    QaStanding.of(ledger, Bench.DISPLAY.id(), YEAR, clock.instant())
                            .state(),
                    item.reason());
        } catch (org.candela.store.StoreException e) {
            throw new AssertionError(e);
        }
        assertEquals(status, item.status(), item.reason());
        return item;
    }
}
