package org.candela.vault;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Makes what a person can remember slow to try out: PBKDF2 with HMAC-SHA-512 (RFC 8018 §5.2). Pure; takes about a fifth of a
 * second at {@link #ROUNDS}.
 */
public final class Stretching {
    /** OWASP's figure for PBKDF2-HMAC-SHA-512 (Password Storage Cheat Sheet, 2023). */
    public static final int ROUNDS = 210_000;

    private static final int BYTES = 32;

    private Stretching() {}

    /** {@value #BYTES} bytes; the characters are the caller's to wipe. */
    public static byte[] of(char[] secret, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(secret, salt, rounds, BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 8 has PBKDF2 with HMAC-SHA-512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
