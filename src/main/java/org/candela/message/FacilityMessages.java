package org.candela.message;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.message.FacilityMessage.Opened;
import org.candela.message.FacilityMessage.Told;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The messages of all facilities. Safe from any thread; blocks on the disk. */
// [impl->req~message.kept~1]
public final class FacilityMessages {
    /** How many are listed: unread ones come first, so that none is beyond. */
    private static final int LISTED = 1_000;

    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public FacilityMessages(Database database, AuditLog auditLog, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Calls {@code listener} when a message came or was opened; on any thread, quickly. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Keeps what the reader or somebody beside him has written down. */
    public void enter(Told told, String actor) throws StoreException {
        Instant now = clock.instant();
        database.change(tx -> keep(tx, told, now.toString(), actor));
        changed();
    }

    /**
     * Keeps a message within a caller's transaction, who calls {@link #changed} when it is committed. One whose
     * {@code name} and text its facility has sent before is the same and is not kept twice.
     */
    public void keep(Tx tx, Told told, String name, String actor) throws StoreException {
        Instant now = clock.instant();
        String whole = Sha256.hex(told.kind() + " " + name + " " + told.text());
        if (MessageRepository.insert(tx, told, whole, now)) {
            audit(tx, now, actor, AuditAction.MESSAGE_KEPT, "message:" + whole.substring(0, 16), told);
        }
    }

    /** Tells the listeners. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Unread ones first, the newest of them first; at most a thousand. */
    public List<FacilityMessage> list() throws StoreException {
        return database.read(tx -> MessageRepository.list(tx, LISTED));
    }

    /** All that nobody has opened. */
    public List<FacilityMessage> unread() throws StoreException {
        return database.read(MessageRepository::unread);
    }

    /**
     * The message, which counts as read from now on; audited the first time.
     *
     * @throws CandelaException when there is none
     */
    public FacilityMessage open(long id, String reader) throws CandelaException {
        Instant now = clock.instant();
        boolean isNews = database.write(tx -> {
            boolean wasUnread = MessageRepository.open(tx, id, new Opened(now, reader));
            if (wasUnread) {
                Told told = MessageRepository.find(tx, id).orElseThrow().told();
                audit(tx, now, reader, AuditAction.MESSAGE_READ, "message:" + id, told);
            }
            return wasUnread;
        });
        if (isNews) {
            changed();
        }
        return database.read(tx -> MessageRepository.find(tx, id))
                .orElseThrow(() -> new CandelaException(
                        "message.none", "there is no message " + id + "; candela messages list tells them"));
    }

    private void audit(Tx tx, Instant at, String actor, AuditAction action, String subject, Told told)
            throws StoreException {
        Map<String, String> detail =
                Map.of("facility", told.facility().value(), "kind", told.kind().name());
        auditLog.append(tx, new AuditEvent(at, actor, action, subject, detail));
    }
}
