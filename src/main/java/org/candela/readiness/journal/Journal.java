package org.candela.readiness.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** The entries of this workstation. Any thread; blocks on the disk. */
// [impl->req~readiness.journal~1]
public final class Journal {
    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;

    public Journal(Database database, AuditLog auditLog, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Keeps an entry; it takes the place of the one with its kind and key, which stays to be read. */
    public void enter(Entry entry, String by) throws StoreException {
        Instant now = clock.instant();
        database.change(tx -> {
            JournalRepository.append(tx, new Entry.Kept(entry, now, by));
            auditLog.append(
                    tx,
                    new AuditEvent(
                            now,
                            by,
                            AuditAction.READINESS_ENTERED,
                            "readiness:" + entry.kind(),
                            Map.of("key", entry.key())));
        });
    }

    /** The one that counts. */
    public Optional<Entry.Kept> latest(Entry.Kind kind, String key) throws StoreException {
        return database.read(tx -> JournalRepository.latest(tx, kind, key));
    }

    /** The one that counts of each key of a kind. */
    public List<Entry.Kept> all(Entry.Kind kind) throws StoreException {
        return database.read(tx -> JournalRepository.all(tx, kind));
    }

    /** Everything of a kind and key from {@code since} on, oldest first. */
    public List<Entry.Kept> since(Entry.Kind kind, String key, Instant since) throws StoreException {
        return database.read(tx -> JournalRepository.since(tx, kind, key, since));
    }
}
