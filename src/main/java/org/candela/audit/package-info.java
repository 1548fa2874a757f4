/**
 * Who did what when, in a chain of hashes that shows any later change.
 *
 * <p>May use: base, store. Events hold row ids and hashed UIDs, never patient data.
 *
 * <pre>{@code
 * database.change(tx -> auditLog.append(tx, AuditEvent.of(clock.instant(), "reader", AuditAction.IMPORTED, "study-17")));
 * AuditVerification result = AuditVerifier.verify(database);
 * }</pre>
 */
@NullMarked
package org.candela.audit;

import org.jspecify.annotations.NullMarked;
