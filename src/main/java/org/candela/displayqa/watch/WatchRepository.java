package org.candela.displayqa.watch;

import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table display_alarm of V113. */
final class WatchRepository {
    private WatchRepository() {}

    static void append(Tx tx, WatchEvent event) throws StoreException {
        tx.update(
                "INSERT INTO display_alarm (display, kind, event, cause, found, at) VALUES (?, ?, ?, ?, ?, ?)",
                event.display().value(),
                event.kind(),
                event.event(),
                event.cause(),
                event.found(),
                event.at());
    }

    /** The last alarm or all-clear; notes change nothing. */
    static Optional<WatchEvent> last(Tx tx, ScreenId display, WatchKind kind) throws StoreException {
        return tx.one(
                "SELECT * FROM display_alarm WHERE display = ? AND kind = ? AND event <> 'NOTE'"
                        + " ORDER BY sequence DESC LIMIT 1",
                WatchRepository::read,
                display.value(),
                kind);
    }

    static List<WatchEvent> history(Tx tx, ScreenId display) throws StoreException {
        return tx.query(
                "SELECT * FROM display_alarm WHERE display = ? ORDER BY sequence",
                WatchRepository::read,
                display.value());
    }

    private static WatchEvent read(Row row) throws StoreException {
        return new WatchEvent(
                new ScreenId(row.string("display")),
                WatchKind.valueOf(row.string("kind")),
                WatchEvent.Event.valueOf(row.string("event")),
                WatchCause.valueOf(row.string("cause")),
                row.string("found"),
                row.instant("at"));
    }
}
