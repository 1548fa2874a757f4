package org.candela.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * What is on file about the reader, and what the gate said. Nothing is ever changed or deleted in it. Safe from any thread;
 * blocks on the disk.
 */
public final class Practice {
    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;

    public Practice(Database database, AuditLog auditLog, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** What counts now, in the order of entry. */
    public List<PracticeRecord> list() throws StoreException {
        return database.read(RecordRepository::list);
    }

    /** The same by kind, as the gate asks for it. */
    public PracticeRecords records() throws StoreException {
        return PracticeRecords.of(list());
    }

    /** Enters records, all or none of them; each takes the place of the one with its kind and key. */
    // [impl->req~licence.on-file~1]
    public void enter(List<? extends PracticeRecord> records, String by) throws StoreException {
        database.change(tx -> {
            for (PracticeRecord record : records) {
                append(tx, record, new RecordRepository.Entry(clock.instant(), by, false));
            }
        });
    }

    /**
     * Ends what is on file under a key.
     *
     * @throws PracticeException {@code practice.not-on-file}
     */
    // [impl->req~licence.on-file~1]
    public void withdraw(PracticeRecord.Kind kind, String key, String by) throws StoreException, PracticeException {
        PracticeRecord found = list().stream()
                .filter(record -> record.kind() == kind && record.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new PracticeException(
                        "practice.not-on-file",
                        "no " + kind.name().toLowerCase(Locale.ROOT) + " \"" + key + "\" is on file"));
        database.change(tx -> append(tx, found, new RecordRepository.Entry(clock.instant(), by, true)));
    }

    private void append(Tx tx, PracticeRecord record, RecordRepository.Entry entry) throws StoreException {
        RecordRepository.append(tx, record, entry);
        auditLog.append(
                tx,
                new AuditEvent(
                        entry.at(),
                        entry.by(),
                        AuditAction.PRACTICE_RECORD_ENTERED,
                        "practice:" + record.kind().name(),
                        Map.of("key", record.key(), "withdrawn", String.valueOf(entry.isWithdrawal()))));
    }

    /** What was decided and how it went on; {@code reason} is blank unless the reader went on against the gate. */
    public record Verdict(
            GateDecision decision, KeptDecision.Step step, String studyHash, String reader, String reason) {
        KeptDecision.Outcome outcome() {
            if (decision.isOpen()) {
                return KeptDecision.Outcome.OPEN;
            }
            return reason.isBlank() ? KeptDecision.Outcome.BLOCKED : KeptDecision.Outcome.OVERRIDDEN;
        }
    }

    /**
     * Keeps a decision, in the caller's transaction: what was blocked or overridden is a security alert.
     *
     * @throws IllegalArgumentException when a reason stands against what none overrides
     */
    // [impl->req~licence.decision-kept~1]
    public KeptDecision.Outcome keep(Tx tx, Verdict verdict) throws StoreException {
        GateDecision decision = verdict.decision();
        KeptDecision.Outcome outcome = verdict.outcome();
        if (outcome == KeptDecision.Outcome.OVERRIDDEN && !decision.canBeOverridden()) {
            throw new IllegalArgumentException("no reason overrides " + decision.blocks());
        }
        DecisionRepository.append(
                tx,
                new KeptDecision(
                        0,
                        decision.at(),
                        verdict.reader(),
                        verdict.step(),
                        decision.facility(),
                        verdict.studyHash(),
                        outcome,
                        verdict.reason().strip(),
                        decision.findings()));
        if (outcome != KeptDecision.Outcome.OPEN) {
            auditLog.append(tx, alert(verdict, outcome));
        }
        return outcome;
    }

    private static AuditEvent alert(Verdict verdict, KeptDecision.Outcome outcome) {
        String rules = String.join(
                " ",
                verdict.decision().blocks().stream()
                        .map(GateFinding::ruleId)
                        .distinct()
                        .toList());
        return new AuditEvent(
                verdict.decision().at(),
                verdict.reader(),
                AuditAction.SECURITY_ALERT,
                "study:" + verdict.studyHash(),
                Map.of("gate", outcome.name(), "step", verdict.step().name(), "rules", rules));
    }

    /** {@link #keep(Tx, Verdict)} in a transaction of its own. */
    public KeptDecision.Outcome keep(Verdict verdict) throws StoreException {
        return database.write(tx -> keep(tx, verdict));
    }

    /** Decisions from {@code since} on, oldest first. */
    public List<KeptDecision> decisions(Instant since) throws StoreException {
        return database.read(tx -> DecisionRepository.since(tx, since));
    }
}
