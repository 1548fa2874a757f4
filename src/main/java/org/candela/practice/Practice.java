package org.candela.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    /** A shift does not last longer. */
    private static final Duration OVERRIDE_HOLDS = Duration.ofHours(24);

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

    /**
     * Keeps what the gate decided and says how it goes on. Against a gate that blocks the reader goes on where the reader
     * gave a reason for this study within the last day, and nothing blocks now that did not block then.
     */
    // [impl->req~licence.decision-kept~1]
    public KeptDecision.Outcome pass(GateDecision decision, StudyReader who) throws StoreException {
        return database.write(tx -> {
            String reason = decision.isOpen() ? "" : standingReason(tx, decision, who);
            return keep(tx, new Said(decision, who, reason));
        });
    }

    private static String standingReason(Tx tx, GateDecision decision, StudyReader who) throws StoreException {
        return DecisionRepository.lastOverride(tx, who, decision.at().minus(OVERRIDE_HOLDS))
                .filter(earlier -> decision.canBeOverridden())
                .filter(earlier -> earlier.blockingRules().containsAll(decision.blockingRules()))
                .map(KeptDecision::reason)
                .orElse("");
    }

    /**
     * Keeps that the reader goes on against the gate, and why.
     *
     * @throws PracticeException {@code practice.reason-missing}, or {@code practice.fixed} where no reason overrides what
     *     blocks
     */
    // [impl->req~licence.decision-kept~1]
    public void overrule(GateDecision decision, StudyReader who, String reason)
            throws StoreException, PracticeException {
        if (reason.isBlank()) {
            throw new PracticeException("practice.reason-missing", "going on against the gate needs a reason in words");
        }
        if (!decision.canBeOverridden()) {
            throw new PracticeException(
                    "practice.fixed",
                    "no reason overrides this: "
                            + decision.blocks().stream().map(GateFinding::text).collect(Collectors.joining(" ")));
        }
        database.change(tx -> keep(tx, new Said(decision, who, reason.strip())));
    }

    /** What was decided, and why the reader goes on against it; blank where the reader does not. */
    private record Said(GateDecision decision, StudyReader who, String reason) {
        KeptDecision.Outcome outcome() {
            if (decision.isOpen()) {
                return KeptDecision.Outcome.OPEN;
            }
            return reason.isBlank() ? KeptDecision.Outcome.BLOCKED : KeptDecision.Outcome.OVERRIDDEN;
        }

        KeptDecision kept() {
            return new KeptDecision(
                    0,
                    decision.at(),
                    who.reader(),
                    decision.step(),
                    decision.facility(),
                    who.studyHash(),
                    outcome(),
                    reason,
                    decision.findings());
        }
    }

    /** What was blocked or overridden is a security alert. */
    private KeptDecision.Outcome keep(Tx tx, Said said) throws StoreException {
        DecisionRepository.append(tx, said.kept());
        if (said.outcome() != KeptDecision.Outcome.OPEN) {
            auditLog.append(tx, alert(said));
        }
        return said.outcome();
    }

    private static AuditEvent alert(Said said) {
        GateDecision decision = said.decision();
        return new AuditEvent(
                decision.at(),
                said.who().reader(),
                AuditAction.SECURITY_ALERT,
                "study:" + said.who().studyHash(),
                Map.of(
                        "gate", said.outcome().name(),
                        "step", decision.step().name(),
                        "rules", String.join(" ", new TreeSet<>(decision.blockingRules()))));
    }

    /** Decisions from {@code since} on, oldest first. */
    public List<KeptDecision> decisions(Instant since) throws StoreException {
        return database.read(tx -> DecisionRepository.since(tx, since));
    }
}
