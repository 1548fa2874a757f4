package org.candela.viewer.export;

import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Keeps confirmations in the audit log. Any thread that may wait for the store. */
// [impl->req~export.confirmed~1]
public final class ExportLedger implements ExportRecord {
    private final Database database;
    private final Clock clock;
    private final String reader;

    /** @param reader who confirms */
    public ExportLedger(Database database, Clock clock, String reader) {
        this.database = database;
        this.clock = clock;
        this.reader = reader;
    }

    @Override
    public void confirmed(Confirmation confirmation) throws StoreException {
        AuditEvent event = new AuditEvent(
                clock.instant(),
                reader,
                AuditAction.EXPORTED,
                confirmation.subject(),
                Map.of(
                        "form", confirmation.form().name(),
                        "pictures", String.valueOf(confirmation.pictures()),
                        "risks", new TreeSet<>(confirmation.risks()).toString(),
                        "pixels", "seen by the reader"));
        database.change(tx -> new AuditLog().append(tx, event));
    }
}
