/**
 * TLS as every network room speaks it: whom it trusts, as whom it speaks, and with which versions and suites.
 *
 * <p>May use: base. Nothing here connects or blocks; safe from any thread.
 *
 * <pre>{@code
 * TlsTrust trust = TlsTrust.standard().pinning(fingerprints).as(keys, password);
 * SSLContext context = trust.context(clock);
 * socket.setSSLParameters(TlsTrust.parameters(context));
 * }</pre>
 */
@NullMarked
package org.candela.net.tls;

import org.jspecify.annotations.NullMarked;
