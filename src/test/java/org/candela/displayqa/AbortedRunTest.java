package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.audit.AuditVerifier;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.Sites;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.candela.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs that were cancelled or broke off: kept with their reason, never the basis of anything. */
// [utest->req~displayqa.aborted~1]
class AbortedRunTest {
    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    private final Bench bench = new Bench();

    @Test
    void aCancelledRunIsKeptWithWhatItHadRead() throws Exception {
        cancelACalibration();

        StoredRun kept = desk.ledger().aborted(Bench.DISPLAY.id()).get(0);
        JsonNode record = kept.recordTree();
        assertEquals(QaKind.ABORTED, kept.kind());
        assertEquals("SIMULATED ABORTED", kept.resultText());
        assertEquals(Assessment.NOT_ASSESSED, kept.overall(), "never a pass");
        assertEquals("CALIBRATION", record.at("/aborted/of").asText());
        assertEquals("displayqa.cancelled", record.at("/aborted/code").asText());
        assertTrue(record.path("readings").size() > 0, "what was read until then");
        assertTrue(record.at("/time/lastedMs").asLong() > 0);
        assertEquals(0, record.path("judgements").size());
        assertEquals(Optional.empty(), desk.ledger().firstFault());
        assertTrue(AuditVerifier.verify(desk.database()).isIntact());
    }

    @Test
    void aRunThatADeviceEndsNamesItsCode() throws Exception {
        desk.qa().calibrate(bench.session(), new Cancellation(), QaProgress.NONE);
        bench.onPatch = bench.photometer::unplug;

        CandelaException gone = assertThrows(CandelaException.class, () -> test(QaKind.CONSTANCY));

        JsonNode record = desk.ledger().aborted(Bench.DISPLAY.id()).get(0).recordTree();
        assertEquals("CONSTANCY", record.at("/aborted/of").asText());
        assertEquals(gone.code(), record.at("/aborted/code").asText());
        assertEquals(gone.getMessage(), record.at("/aborted/reason").asText());
    }

    @Test
    void itIsTheBasisOfNothing() throws Exception {
        StoredRun good = desk.qa().calibrate(bench.session(), new Cancellation(), QaProgress.NONE);
        cancelACalibration();

        assertEquals(
                good.sequence(),
                desk.ledger().latest(good.display()).orElseThrow().sequence());
        assertEquals(List.of(good), desk.ledger().history(good.display()));
        assertEquals(
                good.sequence(),
                desk.ledger().activeLut(good.display()).orElseThrow().run());
        assertEquals(1, desk.ledger().latestWhites().size());
        assertEquals(good.sequence(), desk.ledger().latestWhites().get(0).run());
        QaStanding standing =
                QaStanding.of(desk.ledger(), good.display(), bench.session().profile(), Bench.NOW);
        assertEquals(QaStanding.State.SIMULATED, standing.state());
        StoredRun broken = desk.ledger().aborted(good.display()).get(0);
        assertThrows(IllegalArgumentException.class, () -> desk.ledger()
                .withdraw(broken, "it never counted", Bench.NOW, "reader"));
    }

    @Test
    void aDisplayOfWhichOnlyACancelledRunIsKnownWasNeverCalibrated() throws Exception {
        cancelACalibration();

        QaStanding standing =
                QaStanding.of(desk.ledger(), Bench.DISPLAY.id(), bench.session().profile(), Bench.NOW);

        assertEquals(QaStanding.State.NEVER_CALIBRATED, standing.state());
    }

    @Test
    void whatWasRefusedBeforeItBeganIsNoRun() throws Exception {
        assertThrows(CandelaException.class, () -> desk.qa()
                .calibrate(bench.coldSession(Duration.ofMinutes(1)), new Cancellation(), QaProgress.NONE));
        assertThrows(CandelaException.class, () -> test(QaKind.UNIFORMITY));

        assertEquals(List.of(), desk.ledger().aborted(Bench.DISPLAY.id()));
    }

    @Test
    void aDiskThatCannotKeepItDoesNotHideTheReason() throws Exception {
        desk.database()
                .change(tx -> tx.update("CREATE TRIGGER full_disk BEFORE INSERT ON qa_run"
                        + " BEGIN SELECT RAISE(ABORT, 'no space left'); END"));
        bench.onPatch = bench.photometer::unplug;

        CandelaException gone = assertThrows(CandelaException.class, () -> desk.qa()
                .calibrate(bench.session(), new Cancellation(), QaProgress.NONE));

        assertEquals("device.gone", gone.code());
        assertTrue(gone.getSuppressed()[0] instanceof StoreException, gone.toString());
    }

    private void cancelACalibration() {
        Cancellation cancellation = new Cancellation();
        assertThrows(CancellationException.class, () -> desk.qa()
                .calibrate(bench.session().at(Sites.known()), cancellation, (step, readings) -> cancellation.cancel()));
    }

    private StoredRun test(QaKind kind) throws Exception {
        return desk.qa()
                .test(
                        bench.session(),
                        TestPlan.usual(kind),
                        new TestRun.Hands(new Cancellation(), QaProgress.NONE, MeterPlacement.NOWHERE));
    }
}
