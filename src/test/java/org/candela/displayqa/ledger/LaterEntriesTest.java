package org.candela.displayqa.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditVerifier;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.LedgerDesk;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaSession;
import org.candela.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LaterEntriesTest {
    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    // [utest->req~displayqa.later-judgement~1]
    @Test
    void aStandardAskedLaterJudgesTheFiguresOfTheRecord() throws Exception {
        StoredRun run = desk.ledger().keep(Bench.record());
        CalibrationProfile mammography = CalibrationProfile.shipped("acr-aapm-siim-mammography");

        StoredRun later = desk.ledger().judge(run, mammography, Bench.NOW, "reader");

        assertEquals(QaKind.JUDGEMENT, later.kind());
        assertEquals(Assessment.FAIL, later.overall(), "360 cd/m2 are not enough for mammography");
        assertEquals(
                Assessment.PASS, desk.ledger().run(run.sequence()).orElseThrow().overall());
        assertEquals(
                run.sequence(),
                desk.ledger().latest(run.display()).orElseThrow().sequence(),
                "no run of its own");
        assertEquals(List.of(later), desk.ledger().about(run));
        assertEquals(Optional.empty(), desk.ledger().firstFault());
    }

    // [utest->req~displayqa.withdrawal~1]
    @Test
    void aWithdrawnRunStaysButDoesNotCount() throws Exception {
        StoredRun good = desk.ledger().keepAndUse(Bench.record());
        StoredRun slipped = desk.ledger().keepAndUse(Bench.record());

        desk.ledger().withdraw(slipped, "the meter had slipped", Bench.NOW, "reader");

        assertEquals(
                good.sequence(),
                desk.ledger().latest(good.display()).orElseThrow().sequence());
        assertEquals(
                good.sequence(),
                desk.ledger().activeLut(good.display()).orElseThrow().run());
        assertTrue(desk.ledger().run(slipped.sequence()).isPresent());
        assertEquals(
                "the meter had slipped",
                desk.ledger().about(slipped).get(0).recordTree().path("reason").asText());
        assertEquals(Optional.empty(), desk.ledger().firstFault());
        assertTrue(AuditVerifier.verify(desk.database()).isIntact());
    }

    // [utest->req~displayqa.withdrawal~1]
    @Test
    void aWithdrawalTakenAwayBehindItsBackIsNamed() throws Exception {
        StoredRun run = desk.ledger().keep(Bench.record());
        desk.ledger().withdraw(run, "a reason", Bench.NOW, "reader");
        desk.database().change(tx -> {
            tx.update("DROP TRIGGER qa_about_loses_none");
            tx.update("DELETE FROM qa_about");
        });

        assertTrue(desk.ledger().firstFault().orElse("none").contains("tables of run 2"));
    }

    @Test
    void aRunIsNotWithdrawnWithoutAReason() throws Exception {
        StoredRun run = desk.ledger().keep(Bench.record());

        assertThrows(IllegalArgumentException.class, () -> desk.ledger().withdraw(run, " ", Bench.NOW, "reader"));
    }

    // [utest->req~displayqa.verdict~1]
    @Test
    void oneMeasurementIsJudgedByEachStandardOfTheSession() throws Exception {
        CalibrationProfile mammography = CalibrationProfile.shipped("acr-aapm-siim-mammography");
        QaSession session = new Bench().session().judgedAlsoBy(List.of(mammography, mammography));

        QaRecord record = QaRecord.judged(session, Bench.record().outcome(), Bench.CLOCK);

        assertEquals(2, record.judgements().size());
        assertEquals(Assessment.PASS, record.judgements().get(0).overall());
        assertEquals(Assessment.FAIL, record.judgements().get(1).overall());
        assertEquals(Assessment.FAIL, record.overall());
    }

    // [utest->req~displayqa.room-light~1]
    @Test
    void theRoomLightLastEnteredCountsAndStaysForEver() throws Exception {
        assertEquals(Optional.empty(), desk.ledger().roomLight());

        desk.ledger().provideRoomLight(new Luminance(0.3), new Said(Bench.NOW, "reader"));
        desk.ledger().provideRoomLight(new Luminance(0.12), new Said(Bench.NOW, "reader"));

        assertEquals(Optional.of(new Luminance(0.12)), desk.ledger().roomLight());
        assertThrows(StoreException.class, () -> desk.database().change(tx -> tx.update("DELETE FROM room_light")));
        assertTrue(AuditVerifier.verify(desk.database()).isIntact());
    }

    // [utest->req~displayqa.certificate~1]
    @Test
    void theLastCertificateOfAMeterCounts() throws Exception {
        Photometer.Identity meter = Photometer.Identity.of("Make", "Model", "17", Photometer.Aim.CONTACT);
        MeterCertificate first = Bench.certificate(LocalDate.of(2026, 1, 1));
        MeterCertificate second = new MeterCertificate(
                "C-2", "Laboratory", LocalDate.of(2026, 2, 1), LocalDate.of(2027, 2, 1), Double.NaN);

        desk.ledger().certify(meter, first, new Said(Bench.NOW, "reader"));
        desk.ledger().certify(meter, second, new Said(Bench.NOW, "reader"));

        assertEquals("C-2", desk.ledger().certificate(meter).orElseThrow().number());
        assertTrue(Double.isNaN(desk.ledger().certificate(meter).orElseThrow().relativeUncertainty()));
        assertEquals(
                Optional.empty(),
                desk.ledger().certificate(Photometer.Identity.of("Make", "Model", "18", Photometer.Aim.CONTACT)));
        assertThrows(
                StoreException.class, () -> desk.database().change(tx -> tx.update("DELETE FROM meter_certificate")));
    }
}
