/**
 * The way of a signed report to its facility: an outbox in the store, HL7 v2.5.1 messages, MLLP with a deadline, proof of
 * delivery.
 *
 * <p>May use: report, facility, store, audit, base.
 *
 * <p>A version has one message with one control id (MSH-10) for ever. It is sent until the facility answers for that id,
 * so after a kill between sending and the answer the same message goes out again. HL7 has no other way to tell whether
 * the first one arrived: a receiver that ignores MSH-10 may file it twice, one that heeds it files it once.
 *
 * <pre>{@code
 * Outbox outbox = new Outbox(ledger, facilities, RetryPolicy.START);
 * Signing signing = new Signing(ledger, pins, checks, gate, List.of(new WorklistProgress(worklist), outbox));
 * new OutboxPump(outbox, new MllpClient(Duration.ofSeconds(10)), io, scheduler).start();
 * }</pre>
 */
@NullMarked
package org.candela.delivery;

import org.jspecify.annotations.NullMarked;
