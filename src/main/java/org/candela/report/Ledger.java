package org.candela.report;

import java.time.Clock;
import org.candela.audit.AuditLog;
import org.candela.store.Database;

/** Where signatures are kept and told of: the store, the audit trail within it, the clock both are dated by. */
public record Ledger(Database database, AuditLog audit, Clock clock) {}
