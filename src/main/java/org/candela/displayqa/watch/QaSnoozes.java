package org.candela.displayqa.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.ScreenId;
import org.candela.displayqa.measure.QaKind;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * Reminders that somebody put off, each kept and in the audit trail. What is overdue stays overdue. Any thread; blocks on the
 * disk.
 */
// [impl->req~displayqa.schedule~1]
public final class QaSnoozes {
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    public QaSnoozes(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What shall not be reminded of. */
    public record Reminder(ScreenId display, QaKind kind) {}

    /** Puts a reminder off until then. */
    public void putOff(Reminder reminder, Instant until, String actor) throws StoreException {
        Instant now = clock.instant();
        database.change(tx -> {
            SnoozeRepository.append(tx, new SnoozeRepository.Snooze(reminder, until, actor, now));
            audit.append(
                    tx,
                    new AuditEvent(
                            now,
                            actor,
                            AuditAction.DISPLAY_ALARM,
                            "display-" + reminder.display(),
                            Map.of(
                                    "event", "SNOOZED",
                                    "kind", reminder.kind().name(),
                                    "until", until.toString())));
        });
    }

    /** Until when the reminder was last put off. */
    Optional<Instant> until(ScreenId display, QaKind kind) throws StoreException {
        return database.read(tx -> SnoozeRepository.last(tx, new Reminder(display, kind)));
    }
}
