package org.candela.displayqa;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.ScreenId;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Every QA run ever made at this workstation, and the display tables in force. Append-only; safe from any thread, blocks
 * on the disk.
 */
// [impl->req~displayqa.ledger~1]
public final class QaLedger {
    private final Database database;
    private final AuditLog audit;

    public QaLedger(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Keeps a record, its readings, verdicts and audit event in one transaction; all or nothing. */
    public StoredRun keep(QaRecord record) throws StoreException {
        return database.write(tx -> append(tx, record));
    }

    /**
     * {@link #keep} for a calibration that did not fail: its table is in force from this transaction on.
     *
     * @throws IllegalArgumentException when the record is no calibration, or it failed
     */
    public StoredRun keepAndUse(QaRecord record) throws StoreException {
        if (!(record.outcome() instanceof Calibration calibration) || record.overall() == Verdict.Result.FAIL) {
            throw new IllegalArgumentException("only a calibration that did not fail is put to use");
        }
        return database.write(tx -> {
            StoredRun stored = append(tx, record);
            QaRepository.putToUse(tx, stored, calibration);
            audit.append(tx, event(record, stored, AuditAction.DISPLAY_CALIBRATED));
            return stored;
        });
    }

    /** The display table in force; empty for a display that was never calibrated. */
    public Optional<ActiveLut> activeLut(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.activeLut(tx, display));
    }

    /** The run with this number. */
    public Optional<StoredRun> run(long sequence) throws StoreException {
        return database.read(tx -> QaRepository.run(tx, sequence));
    }

    /** The last run on a display, of any kind. */
    public Optional<StoredRun> latest(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.latest(tx, display));
    }

    /** The last run of one kind on a display. */
    public Optional<StoredRun> latest(ScreenId display, QaKind kind) throws StoreException {
        return database.read(tx -> QaRepository.latest(tx, display, kind));
    }

    /** The last run on a display that measured conformance: a calibration or a constancy test. */
    public Optional<StoredRun> latestConformance(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.latestConformance(tx, display));
    }

    /** All runs on a display, oldest first. */
    public List<StoredRun> history(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.history(tx, display));
    }

    /** Notes in the audit trail that the report of {@code run} left this workstation. */
    public void noteExport(StoredRun run, Instant at, String actor) throws StoreException {
        database.change(tx -> audit.append(
                tx,
                new AuditEvent(
                        at, actor, AuditAction.EXPORTED, "qa_run-" + run.sequence(), Map.of("hash", run.hash()))));
    }

    /** What is wrong with the ledger, naming the first bad run; empty when every run is the one that was appended. */
    public Optional<String> firstFault() throws StoreException {
        return database.read(LedgerCheck::firstFault);
    }

    private StoredRun append(Tx tx, QaRecord record) throws StoreException {
        StoredRun stored = QaRepository.append(tx, record);
        audit.append(tx, event(record, stored, AuditAction.DISPLAY_QA_RECORDED));
        return stored;
    }

    private static AuditEvent event(QaRecord record, StoredRun stored, AuditAction action) {
        return new AuditEvent(
                record.at(),
                record.operator(),
                action,
                "qa_run-" + stored.sequence(),
                Map.of(
                        "display", stored.display().value(),
                        "kind", stored.kind().name(),
                        "result", stored.resultText(),
                        "hash", stored.hash()));
    }
}
