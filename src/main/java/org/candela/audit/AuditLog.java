package org.candela.audit;

import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Appends events to the chain, in the transaction of the change they tell of: both are kept or neither. */
// [impl->req~audit.chain~1]
public final class AuditLog {
    /** Appends one event. Runs in the caller's write transaction, so the chain has one writer at a time. */
    public void append(Tx tx, AuditEvent event) throws StoreException {
        AuditRepository.append(tx, event);
    }
}
