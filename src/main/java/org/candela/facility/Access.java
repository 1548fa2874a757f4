package org.candela.facility;

import java.util.List;

/**
 * How the services of a facility are entered. Holds no secret; those are in {@link Secrets}.
 *
 * @param signIn as whom
 * @param pins SHA-256 of the certificates or public keys that are trusted; none: authority and host name count
 * @param certificate path of a PKCS#12 file with the certificate that we show; empty: we show none
 */
public record Access(SignIn signIn, List<String> pins, String certificate) {
    /** Without credentials, trusting what the system trusts. */
    public static final Access OPEN = new Access(SignIn.NOBODY, List.of(), "");

    public Access {
        pins = List.copyOf(pins);
    }
}
