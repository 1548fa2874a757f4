package org.candela.audit;

import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditRepository.StoredEvent;
import org.candela.audit.AuditVerification.Broken;
import org.candela.audit.AuditVerification.Intact;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Walks the audit chain from its start and names the first row that does not fit. */
// [impl->req~audit.verify~1]
public final class AuditVerifier {
    private static final int BATCH = 1000;

    private AuditVerifier() {}

    /** Reads the whole log in one snapshot; blocks for as long as that takes. */
    public static AuditVerification verify(Database database) throws StoreException {
        return database.read(AuditVerifier::walk);
    }

    private static AuditVerification walk(Tx tx) throws StoreException {
        long sequence = 0;
        String head = ChainedEvent.START;
        List<StoredEvent> batch = AuditRepository.after(tx, sequence, BATCH);
        while (!batch.isEmpty()) {
            for (StoredEvent stored : batch) {
                Optional<String> fault = fault(stored, sequence + 1, head);
                if (fault.isPresent()) {
                    return new Broken(Math.min(sequence + 1, stored.event().sequence()), fault.orElseThrow());
                }
                sequence = stored.event().sequence();
                head = stored.hash();
            }
            batch = AuditRepository.after(tx, sequence, BATCH);
        }
        return checkTail(tx, sequence, head);
    }

    private static Optional<String> fault(StoredEvent stored, long expected, String head) {
        if (stored.event().sequence() != expected) {
            return Optional.of("row " + expected + " is missing");
        }
        if (!stored.event().previousHash().equals(head)) {
            return Optional.of("row " + expected + " does not follow the row before it");
        }
        if (!stored.event().hash().equals(stored.hash())) {
            return Optional.of("row " + expected + " was changed after it was written");
        }
        return Optional.empty();
    }

    private static AuditVerification checkTail(Tx tx, long sequence, String head) throws StoreException {
        long given = AuditRepository.lastSequenceEverGiven(tx);
        return given == sequence
                ? new Intact(sequence, head)
                : new Broken(sequence + 1, "rows " + (sequence + 1) + " to " + given + " are missing");
    }
}
