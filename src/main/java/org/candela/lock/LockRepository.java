package org.candela.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code lock_setting} and {@code lock_try}. */
final class LockRepository {
    private LockRepository() {}

    /** How often it was tried in vain, and when it may be tried again. */
    record Tries(int failed, Instant nextAt) {}

    static Optional<LockSetting> setting(Tx tx) throws StoreException {
        return tx.one(
                "SELECT * FROM lock_setting ORDER BY id DESC LIMIT 1",
                row -> new LockSetting(Duration.ofMinutes(row.longValue("minutes")), row.string("consent")));
    }

    static void enter(Tx tx, LockSetting setting, Instant at, String by) throws StoreException {
        tx.update(
                "INSERT INTO lock_setting (minutes, consent, entered_at, entered_by) VALUES (?, ?, ?, ?)",
                setting.idle().toMinutes(),
                setting.consent(),
                at,
                by);
    }

    static Tries tries(Tx tx) throws StoreException {
        return tx.one(
                        "SELECT * FROM lock_try WHERE id = 1",
                        row -> new Tries(row.intValue("failed"), row.instant("next_at")))
                .orElse(new Tries(0, Instant.EPOCH));
    }

    static void count(Tx tx, Tries tries) throws StoreException {
        tx.update(
                "INSERT INTO lock_try (id, failed, next_at) VALUES (1, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET failed = excluded.failed, next_at = excluded.next_at",
                tries.failed(),
                tries.nextAt());
    }
}
