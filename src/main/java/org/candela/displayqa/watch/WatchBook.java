package org.candela.displayqa.watch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.ScreenId;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * Every alarm and every all-clear about displays, each with its event in the audit trail. Append-only; safe from any thread,
 * blocks on the disk.
 */
// [impl->req~displayqa.alarms-kept~1]
public final class WatchBook {
    private static final String ACTOR = "display watch";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    public WatchBook(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an event is about. */
    public record Subject(ScreenId display, WatchKind kind, WatchCause cause) {}

    /** Keeps an event and the audit trail's word of it, or neither. */
    public WatchEvent keep(Subject subject, Event event, String found) throws StoreException {
        WatchEvent seen =
                new WatchEvent(subject.display(), subject.kind(), event, subject.cause(), found, clock.instant());
        database.change(tx -> {
            WatchRepository.append(tx, seen);
            audit.append(
                    tx,
                    new AuditEvent(
                            seen.at(),
                            ACTOR,
                            AuditAction.DISPLAY_ALARM,
                            "display-" + seen.display(),
                            Map.of(
                                    "kind", seen.kind().name(),
                                    "event", seen.event().name(),
                                    "cause", seen.cause().name(),
                                    "found", seen.found())));
        });
        return seen;
    }

    /** The alarm that no all-clear has followed. */
    public Optional<WatchEvent> open(ScreenId display, WatchKind kind) throws StoreException {
        return database.read(tx -> WatchRepository.last(tx, display, kind)).filter(last -> last.event() == Event.ALARM);
    }

    /** Everything seen on a display, oldest first. */
    public List<WatchEvent> history(ScreenId display) throws StoreException {
        return database.read(tx -> WatchRepository.history(tx, display));
    }
}
