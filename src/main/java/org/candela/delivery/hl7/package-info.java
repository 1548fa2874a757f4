/**
 * Reports as HL7 v2 messages: what each facility wants in them, as data; how they are written; MLLP, plain and over TLS.
 *
 * <p>May use: delivery, viewer.yaml, net.tls, report, facility, store, audit, base.
 *
 * <pre>{@code
 * OruMapping mapping = OruMappingReader.read(text);
 * byte[] message = Hl7Carrier.message(mapping, consignment, documents);
 * Answer answer = new MllpClient(Duration.ofSeconds(10)).send(peer, Envelope.of(controlId, message));
 * }</pre>
 */
@NullMarked
package org.candela.delivery.hl7;

import org.jspecify.annotations.NullMarked;
