package org.candela.displayqa.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.candela.audit.AuditLog;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaKind;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ledgers that earlier versions wrote: a calibration and a pre-shift check of a simulated display, kept as those versions
 * left them.
 */
// [utest->req~displayqa.record-versions~1]
class OldLedgersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 0.016, 350.1", "2, 0.025, 350.1"})
    void anOldLedgerIsReadAndItsChainHolds(int schema, double kappaDelta, double white) throws Exception {
        try (Database database = open(schema)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());

            assertEquals(Optional.empty(), ledger.firstFault());
            StoredRun calibration = ledger.run(1).orElseThrow();
            assertEquals(QaKind.CALIBRATION, calibration.kind());
            assertEquals(Assessment.PASS, calibration.overall());
            assertEquals(
                    kappaDelta,
                    calibration
                            .view()
                            .response()
                            .orElseThrow()
                            .path("kappaDelta")
                            .asDouble(),
                    0.0005);
            assertTrue(calibration.view().before().isPresent());
            assertEquals(
                    1, ledger.activeLut(calibration.display()).orElseThrow().run());
            StoredWhite ends = ledger.white(2).orElseThrow();
            assertEquals(white, ends.white().cdPerM2(), 20, "about what it was calibrated to");
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aRunOfThisVersionFollowsOnAnOldOne(int schema) throws Exception {
        try (Database database = open(schema)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            StoredRun before = ledger.head().orElseThrow();

            StoredRun now = ledger.keepAndUse(Bench.record());

            assertEquals(before.hash(), now.previousHash());
            assertEquals(3, now.recordTree().path("schema").asInt());
            assertEquals(Optional.empty(), ledger.firstFault());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void anOldRunIsJudgedByAStandardAskedLater(int schema) throws Exception {
        try (Database database = open(schema)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            CalibrationProfile mammography = CalibrationProfile.shipped("acr-aapm-siim-mammography");

            StoredRun later = ledger.judge(ledger.run(1).orElseThrow(), mammography, Bench.NOW, "reader");

            assertEquals(Assessment.FAIL, later.overall());
            assertEquals(Optional.empty(), ledger.firstFault());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void anOldRecordThatWasChangedIsNamed(int schema) throws Exception {
        try (Database database = open(schema)) {
            database.change(tx -> {
                tx.update("DROP TRIGGER qa_run_keeps_rows");
                tx.update("UPDATE qa_run SET record = replace(record, 'simulation', 'somebody') WHERE sequence = 1");
            });

            assertTrue(new QaLedger(database, new AuditLog())
                    .firstFault()
                    .orElse("none")
                    .contains("run 1 was changed"));
        }
    }

    @Test
    void theTwoAreOfDifferentSchemas() throws Exception {
        try (Database first = open(1);
                Database second = open(2)) {
            assertTrue(new QaLedger(first, new AuditLog())
                    .run(1)
                    .orElseThrow()
                    .recordTree()
                    .path("schema")
                    .isMissingNode());
            assertEquals(
                    2,
                    new QaLedger(second, new AuditLog())
                            .run(1)
                            .orElseThrow()
                            .recordTree()
                            .path("schema")
                            .asInt());
        }
    }

    private Database open(int schema) throws Exception {
        Path file = folder.resolve("schema-" + schema + ".db");
        try (InputStream packed = OldLedgersTest.class.getResourceAsStream("schema-" + schema + ".db.gz");
                InputStream plain = new GZIPInputStream(packed)) {
            Files.copy(plain, file);
        }
        return Database.open(file, Bench.CLOCK);
    }
}
