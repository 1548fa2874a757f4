package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.Sites;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were cancelled or broke off: kept with their reason, never the basis of anything. */
// [utest->req~displayqa.aborted~1]
class AbortedRunTest {
    @TempDir
    private Path folder;

    private final Bench bench = new Bench();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayQa qa;

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

    @Test
    void aCancelledRunIsKeptWithWhatItHadRead() throws Exception {
        cancelACalibration();

        StoredRun kept = ledger.aborted(Bench.DISPLAY.id()).get(0);
        JsonNode record = kept.recordTree();
        assertEquals(QaKind.ABORTED, kept.kind());
        assertEquals("SIMULATED ABORTED", kept.resultText());
        assertEquals(Assessment.NOT_ASSESSED, kept.overall(), "never a pass");
        assertEquals("CALIBRATION", record.at("/aborted/of").asText());
        assertEquals("displayqa.cancelled", record.at("/aborted/code").asText());
        assertTrue(record.path("readings").size() > 0, "what was read until then");
        assertTrue(record.at("/time/lastedMs").asLong() > 0);
        assertEquals(0, record.path("judgements").size());
        assertEquals(Optional.empty(), ledger.firstFault());
        assertTrue(AuditVerifier.verify(database).isIntact());
    }

    @Test
    void aRunThatADeviceEndsNamesItsCode() throws Exception {
        qa.calibrate(bench.session(), new Cancellation(), QaProgress.NONE);
        bench.onPatch = bench.photometer::unplug;

        CandelaException gone = assertThrows(CandelaException.class, () -> test(QaKind.CONSTANCY));

        JsonNode record = ledger.aborted(Bench.DISPLAY.id()).get(0).recordTree();
        assertEquals("CONSTANCY", record.at("/aborted/of").asText());
        assertEquals(gone.code(), record.at("/aborted/code").asText());
        assertEquals(gone.getMessage(), record.at("/aborted/reason").asText());
    }

    @Test
    void itIsTheBasisOfNothing() throws Exception {
        StoredRun good = qa.calibrate(bench.session(), new Cancellation(), QaProgress.NONE);
        cancelACalibration();

        assertEquals(
                good.sequence(), ledger.latest(good.display()).orElseThrow().sequence());
        assertEquals(List.of(good), ledger.history(good.display()));
        assertEquals(
                good.sequence(), ledger.activeLut(good.display()).orElseThrow().run());
        assertEquals(1, ledger.latestWhites().size());
        assertEquals(good.sequence(), ledger.latestWhites().get(0).run());
        QaStanding standing =
                QaStanding.of(ledger, good.display(), bench.session().profile(), Bench.NOW);
        assertEquals(QaStanding.State.SIMULATED, standing.state());
        StoredRun broken = ledger.aborted(good.display()).get(0);
        assertThrows(
                IllegalArgumentException.class, () -> ledger.withdraw(broken, "it never counted", Bench.NOW, "reader"));
    }

    @Test
    void aDisplayOfWhichOnlyACancelledRunIsKnownWasNeverCalibrated() throws Exception {
        cancelACalibration();

        QaStanding standing =
                QaStanding.of(ledger, Bench.DISPLAY.id(), bench.session().profile(), Bench.NOW);

        assertEquals(QaStanding.State.NEVER_CALIBRATED, standing.state());
    }

    @Test
    void whatWasRefusedBeforeItBeganIsNoRun() throws Exception {
        assertThrows(
                CandelaException.class,
                () -> qa.calibrate(bench.coldSession(Duration.ofMinutes(1)), new Cancellation(), QaProgress.NONE));
        assertThrows(CandelaException.class, () -> test(QaKind.UNIFORMITY));

        assertEquals(List.of(), ledger.aborted(Bench.DISPLAY.id()));
    }

    @Test
    void aDiskThatCannotKeepItDoesNotHideTheReason() throws Exception {
        database.change(tx -> tx.update("CREATE TRIGGER full_disk BEFORE INSERT ON qa_run"
                + " BEGIN SELECT RAISE(ABORT, 'no space left'); END"));
        bench.onPatch = bench.photometer::unplug;

        CandelaException gone = assertThrows(
                CandelaException.class, () -> qa.calibrate(bench.session(), new Cancellation(), QaProgress.NONE));

        assertEquals("device.gone", gone.code());
        assertTrue(gone.getSuppressed()[0] instanceof StoreException, gone.toString());
    }

    private void cancelACalibration() {
        Cancellation cancellation = new Cancellation();
        assertThrows(
                CancellationException.class,
                () -> qa.calibrate(
                        bench.session().at(Sites.known()), cancellation, (step, readings) -> cancellation.cancel()));
    }

    private StoredRun test(QaKind kind) throws Exception {
        return qa.test(
                bench.session(),
                TestPlan.usual(kind),
                new TestRun.Hands(new Cancellation(), QaProgress.NONE, MeterPlacement.NOWHERE));
    }
}
