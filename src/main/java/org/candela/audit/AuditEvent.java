package org.candela.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened.
 *
 * @param actor the signed-in reader or the part of the program that acted by itself
 * @param subject row id or hashed UID of what it happened to; no patient data
 * @param detail further facts, such as {@code from} and {@code to} of a state; no patient data
 */
public record AuditEvent(Instant at, String actor, AuditAction action, String subject, Map<String, String> detail) {
    public AuditEvent {
        if (actor.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("an audit event names its actor and its subject");
        }
        detail = Map.copyOf(detail);
    }

    /** An event that needs no further facts. */
    public static AuditEvent of(Instant at, String actor, AuditAction action, String subject) {
        return new AuditEvent(at, actor, action, subject, Map.of());
    }
}
