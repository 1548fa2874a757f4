package org.candela.displayqa.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.candela.audit.AuditVerifier;
import org.candela.base.ScreenId;
import org.candela.displayqa.LedgerDesk;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.Calibration;
import org.candela.displayqa.measure.LutBytes;
import org.candela.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QaLedgerTest {
    private static final ScreenId SCREEN = Bench.DISPLAY.id();

    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    // [utest->req~displayqa.ledger~1]
    @Test
    void aTablePutToUseIsThereAfterARestart() throws Exception {
        QaRecord record = Bench.record();
        StoredRun stored = desk.ledger().keepAndUse(record);

        desk.reopen();

        ActiveLut active = desk.ledger().activeLut(SCREEN).orElseThrow();
        Calibration done = record.outcome().calibration().orElseThrow();
        assertEquals(done.lut(), active.lut());
        assertEquals(done.rampSha256(), active.rampSha256());
        assertEquals(LutBytes.sha256(done.lut()), active.sha256());
        assertEquals(stored.sequence(), active.run());
        assertTrue(active.isSimulated());
        assertEquals(Optional.empty(), desk.ledger().activeLut(new ScreenId("other")));
    }

    // [utest->req~displayqa.ledger~1]
    @Test
    void runsAreChainedOverAllDisplays() throws Exception {
        StoredRun first = desk.ledger().keepAndUse(Bench.record());
        StoredRun second = desk.ledger().keep(Bench.record());

        assertEquals(StoredRun.START, first.previousHash());
        assertEquals(first.hash(), second.previousHash());
        assertEquals(2, desk.ledger().history(SCREEN).size());
        assertEquals(Optional.empty(), desk.ledger().firstFault());
        assertTrue(AuditVerifier.verify(desk.database()).isIntact());
    }

    // [utest->req~displayqa.ledger~1]
    @ParameterizedTest
    @ValueSource(strings = {"display", "qa_run", "luminance_reading", "judged_verdict", "display_lut"})
    void nothingIsChangedOrDeleted(String table) throws Exception {
        desk.ledger().keepAndUse(Bench.record());

        assertThrows(StoreException.class, () -> desk.database().change(tx -> tx.update("DELETE FROM " + table)));
        assertThrows(StoreException.class, () -> desk.database()
                .change(tx -> tx.update("UPDATE " + table + " SET rowid = rowid + 9")));
    }

    /** What somebody could do who opens the file with another program and drops the triggers first. */
    // [utest->req~displayqa.ledger~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE qa_run SET record = replace(record, 'reader', 'leader') WHERE sequence = 1 | run 1 was changed",
                "UPDATE qa_run SET overall = 'FAIL' WHERE sequence = 2 | tables of run 2",
                "UPDATE qa_run SET is_simulated = 0 WHERE sequence = 1 | tables of run 1",
                "UPDATE luminance_reading SET cd_per_m2 = 1 WHERE run = 1 AND ordinal = 3 | tables of run 1",
                "DELETE FROM luminance_reading WHERE run = 2 AND ordinal = 0 | tables of run 2",
                "UPDATE display_lut SET entries = x'0000000011111111' WHERE run = 1 | tables of run 1",
                "UPDATE judged_verdict SET result = 'FAIL' WHERE run = 1 AND ordinal = 0 | tables of run 1",
                "DELETE FROM judged_verdict WHERE run = 2 AND ordinal = 1 | tables of run 2",
                "UPDATE judged_verdict SET limit_value = 1 WHERE run = 2 AND ordinal = 0 | tables of run 2",
                "DELETE FROM qa_run WHERE sequence = 1 | run 1 is missing",
                "DELETE FROM qa_run WHERE sequence = 2 | after 1 are missing"
            })
    void whatWasChangedBehindItsBackIsNamed(String sql, String expected) throws Exception {
        desk.ledger().keepAndUse(Bench.record());
        desk.ledger().keep(Bench.record());
        desk.database().change(tx -> {
            for (String trigger :
                    tx.query("SELECT name FROM sqlite_master WHERE type = 'trigger'", row -> row.string("name"))) {
                tx.update("DROP TRIGGER " + trigger);
            }
            tx.update("PRAGMA defer_foreign_keys = ON");
            if (sql.startsWith("DELETE FROM qa_run")) {
                String run = sql.substring(sql.length() - 1);
                tx.update("DELETE FROM luminance_reading WHERE run = " + run);
                tx.update("DELETE FROM judged_verdict WHERE run = " + run);
                tx.update("DELETE FROM display_lut WHERE run = " + run);
            }
            tx.update(sql);
        });

        String fault = desk.ledger().firstFault().orElse("none");

        assertTrue(fault.contains(expected), fault);
    }

    @Test
    void aRunThatFailsToBeKeptLeavesNothing() throws Exception {
        desk.ledger().keepAndUse(Bench.record());
        desk.database()
                .change(tx -> tx.update("CREATE TRIGGER full_disk BEFORE INSERT ON judged_verdict"
                        + " BEGIN SELECT RAISE(ABORT, 'no space left'); END"));

        assertThrows(StoreException.class, () -> desk.ledger().keepAndUse(Bench.record()));

        assertEquals(1, desk.ledger().history(SCREEN).size());
        assertEquals(1, desk.ledger().activeLut(SCREEN).orElseThrow().run());
        assertEquals(Optional.empty(), desk.ledger().firstFault());
    }
}
