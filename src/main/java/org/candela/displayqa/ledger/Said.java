package org.candela.displayqa.ledger;

import java.time.Instant;
import java.util.Map;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;

/** When something was said or entered, and by whom. */
public record Said(Instant at, String operator) {
    /**
     * The same for the audit trail.
     *
     * @param subject as {@code "qa_run-7"}
     */
    AuditEvent event(AuditAction action, String subject, Map<String, String> facts) {
        return new AuditEvent(at, operator, action, subject, facts);
    }
}
