package org.candela.net.web;

import org.candela.base.CandelaException;

/**
 * Where a refresh token outlives this process (RFC 6749 §1.5), so that a person signs in once and not at each start. Called
 * by whoever fetches a token, one at a time; must not block for long.
 */
public interface OidcRenewal {
    /** The token; empty when there is none. */
    String refreshToken() throws CandelaException;

    /** Keeps {@code token} in place of the one before; empty: the provider takes the one before no longer. */
    void keep(String token) throws CandelaException;
}
