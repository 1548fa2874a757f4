package org.candela.facility;

import java.net.URI;

/**
 * As whom this workstation enters a facility. Holds no secret; those are in {@link Secrets}.
 *
 * @param user user name of {@link Way#BASIC}, client id of the ways that ask an identity provider, else empty
 * @param issuer identity provider, https or on this machine; empty where none is asked
 * @param scope what a token is asked for, space separated; may be empty
 */
public record SignIn(Way way, String user, String issuer, String scope) {
    /** Nobody in particular. */
    public static final SignIn NOBODY = new SignIn(Way.NOBODY, "", "", "");

    /** How it is proven who asks. */
    public enum Way {
        NOBODY,
        /** User name and password with each request (RFC 7617). */
        BASIC,
        /** A token for the workstation itself (RFC 6749 §4.4). */
        CLIENT_CREDENTIALS,
        /** A token for a person who signed in on some device (RFC 8628). */
        DEVICE_CODE;

        /** Whether an identity provider hands out tokens. */
        public boolean asksProvider() {
            return this == CLIENT_CREDENTIALS || this == DEVICE_CODE;
        }
    }

    public SignIn {
        if (way != Way.NOBODY && user.isBlank()) {
            throw new IllegalArgumentException("signing in needs a user name or a client id");
        }
        if (way == Way.BASIC && user.contains(":")) {
            throw new IllegalArgumentException("a user name has no colon (RFC 7617 §2)");
        }
        if (way.asksProvider() && URI.create(issuer).getHost() == null) {
            throw new IllegalArgumentException("not the address of an identity provider: " + issuer);
        }
    }
}
