/**
 * The way of a signed report to its facility: an outbox in the store with a row for each channel, a port for each kind of
 * channel, proof of delivery.
 *
 * <p>May use: report, facility, store, audit, base. The rooms below this name are the kinds of channels.
 *
 * <p>A version has one message with one control id on each channel for ever. It is sent, byte for byte, until the facility
 * answers for that id, so after a kill between sending and the answer the same message goes out again. HL7 has no other way
 * to tell whether the first one arrived: a receiver that ignores MSH-10 may file it twice, one that heeds it files it once.
 *
 * <pre>{@code
 * Outbox outbox = new Outbox(ledger, facilities, RetryPolicy.START);
 * Signing signing = new Signing(ledger, pins, rules, gate, List.of(new WorklistProgress(worklist), outbox));
 * new OutboxPump(outbox, Map.of(Way.HL7, hl7Carrier), io, scheduler).start();
 * }</pre>
 */
@NullMarked
package org.candela.delivery;

import org.jspecify.annotations.NullMarked;
