package org.candela.displayqa.watch;

import java.time.Instant;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table qa_snooze of V113. */
final class SnoozeRepository {
    private SnoozeRepository() {}

    record Snooze(QaSnoozes.Reminder reminder, Instant until, String actor, Instant at) {}

    static void append(Tx tx, Snooze snooze) throws StoreException {
        tx.update(
                "INSERT INTO qa_snooze (display, kind, until, actor, at) VALUES (?, ?, ?, ?, ?)",
                snooze.reminder().display().value(),
                snooze.reminder().kind(),
                snooze.until(),
                snooze.actor(),
                snooze.at());
    }

    static Optional<Instant> last(Tx tx, QaSnoozes.Reminder reminder) throws StoreException {
        return tx.one(
                "SELECT until FROM qa_snooze WHERE display = ? AND kind = ? ORDER BY sequence DESC LIMIT 1",
                row -> row.instant("until"),
                reminder.display().value(),
                reminder.kind());
    }
}
