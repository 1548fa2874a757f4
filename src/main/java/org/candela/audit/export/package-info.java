/**
 * Audit events as others read them: messages of PS3.15 A.5 to an audit record repository, by syslog over TLS (IHE ITI-20).
 *
 * <p>May use: base, store, audit, net.tls, readiness. The audit trail itself is the spool: what the repository has not taken yet stands
 * in it, over a restart and for as long as the repository is away.
 *
 * <pre>{@code
 * Forwarding forwarding = new Forwarding(database, new AuditMessages(station), clock);
 * int sent = forwarding.send(collector, TlsTrust.standard(), cancellation);
 * }</pre>
 */
@NullMarked
package org.candela.audit.export;

import org.jspecify.annotations.NullMarked;
