package org.candela.report;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN as it is stored: salted and stretched by PBKDF2 with HMAC-SHA-512 (RFC 8018).
 *
 * <p>A PIN has few digits, so stretching only slows a thief of the whole file; the limit on attempts guards the desk.
 */
record PinHash(byte[] salt, int iterations, byte[] hash) {
    /** OWASP's figure for PBKDF2-HMAC-SHA-512 (Password Storage Cheat Sheet, 2023). */
    static final int ITERATIONS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    static PinHash of(char[] pin, int iterations, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PinHash(salt, iterations, stretch(pin, salt, iterations));
    }

    /** Whether {@code pin} is the one; takes the same time for every wrong PIN. */
    boolean matches(char[] pin) {
        return MessageDigest.isEqual(hash, stretch(pin, salt, iterations));
    }

    private static byte[] stretch(char[] pin, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(pin, salt, iterations, HASH_BITS);
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
