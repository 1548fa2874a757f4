package org.candela.viewer.print;

import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Keeps in the audit log that sheets left. Any thread that may wait for the store. */
// [impl->req~print.confirmed~1]
public final class PrintLedger implements PrintRecord {
    private final Database database;
    private final Clock clock;
    private final String reader;

    /** @param reader who prints */
    public PrintLedger(Database database, Clock clock, String reader) {
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
                        "form", "PAPER",
                        "target", confirmation.target(),
                        "sheets", String.valueOf(confirmation.sheets()),
                        "patient", confirmation.patient().name(),
                        "risks", new TreeSet<>(confirmation.risks()).toString()));
        database.change(tx -> new AuditLog().append(tx, event));
    }
}
