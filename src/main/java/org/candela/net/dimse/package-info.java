/**
 * DICOM over TCP: the upper layer of PS3.8 as a table, and the DIMSE services of PS3.7 on it.
 *
 * <p>May use: base, dicom, net.tls. Calls block within the limits of the endpoint: never on the FX thread. Objects stream between
 * file and network and are never held whole. Failures are {@link org.candela.net.dimse.DimseException}s without patient
 * data.
 *
 * <pre>{@code
 * var entity = new ApplicationEntity("CANDELA", executor);
 * try (var association = entity.connect(DimseEndpoint.of(uri), Contexts.verification(), cancellation)) {
 *     new ServiceUser(association).echo(cancellation);
 * }
 * }</pre>
 */
@NullMarked
package org.candela.net.dimse;

import org.jspecify.annotations.NullMarked;
