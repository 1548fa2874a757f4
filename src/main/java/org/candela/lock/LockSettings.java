package org.candela.lock;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** The setting of this workstation, with every one before it. Any thread; blocks on the disk. */
// [impl->req~lock.idle~1]
public record LockSettings(Database database, AuditLog audit, Clock clock) {
    /** The one that holds. */
    public LockSetting now() throws StoreException {
        return database.read(LockRepository::setting).orElse(LockSetting.START);
    }

    /** Puts another in force; audited. */
    public void enter(LockSetting setting, String by) throws StoreException {
        Instant now = clock.instant();
        database.change(tx -> {
            LockRepository.enter(tx, setting, now, by);
            audit.append(
                    tx,
                    new AuditEvent(
                            now,
                            by,
                            AuditAction.LOCK_CHANGED,
                            "lock",
                            Map.of(
                                    "minutes",
                                    Long.toString(setting.idle().toMinutes()),
                                    "consent",
                                    setting.consent())));
        });
    }
}
