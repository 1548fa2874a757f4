package org.candela.study.prior;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Uid;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.StudySummary;
import org.candela.study.UidHash;

/**
 * What the reader said of probable priors: that one is of the same person, or that this was a mistake. Kept row by row and
 * audited; the last word counts. Any thread; blocks on the disk.
 */
// [impl->req~study.prior.confirm~1]
public final class PriorConfirmations {
    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;

    public PriorConfirmations(Database database, AuditLog auditLog, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** What can be said. */
    enum Word {
        CONFIRMED,
        TAKEN_BACK
    }

    /** The reader says that {@code prior} is of the patient of {@code study}. */
    public void confirm(StudySummary study, KnownPrior prior, String reader) throws StoreException {
        say(study, prior, Word.CONFIRMED, reader);
    }

    /** The reader says that it is not, or no longer. */
    public void takeBack(StudySummary study, KnownPrior prior, String reader) throws StoreException {
        say(study, prior, Word.TAKEN_BACK, reader);
    }

    private void say(StudySummary study, KnownPrior prior, Word word, String reader) throws StoreException {
        Instant now = clock.instant();
        database.change(tx -> {
            PriorRepository.insert(tx, new PriorRepository.Said(study, prior, word, reader, now));
            auditLog.append(
                    tx,
                    new AuditEvent(
                            now,
                            reader,
                            AuditAction.PRIOR_CONFIRMED,
                            "study:" + UidHash.of(study.uid()),
                            Map.of(
                                    "prior", UidHash.of(prior.study().uid()),
                                    "facility", prior.study().facility().value(),
                                    "word", word.name(),
                                    "score", String.valueOf(prior.match().score()),
                                    "rules", PriorRules.shipped().version())));
        });
    }

    /** The studies that are confirmed as of the patient of this one. */
    public Set<Uid> of(Uid study) throws StoreException {
        return database.read(tx -> PriorRepository.confirmed(tx, study));
    }
}
