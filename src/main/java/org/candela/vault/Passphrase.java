package org.candela.vault;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** From a passphrase to the key that wraps another: PBKDF2 with HMAC-SHA-512 (RFC 8018 §5.2). */
final class Passphrase {
    /** OWASP's figure for PBKDF2-HMAC-SHA-512 (Password Storage Cheat Sheet, 2023). */
    static final int ROUNDS = 210_000;
    /** Fewer can be tried out too fast. */
    static final int FEWEST_LETTERS = 10;

    private Passphrase() {}

    static VaultKey wrapping(char[] passphrase, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, VaultKey.KEY_BYTES * Byte.SIZE);
        try {
            return new VaultKey(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 8 has PBKDF2 with HMAC-SHA-512", e);
        } finally {
            spec.clearPassword();
        }
    }

    static void requireLong(char[] passphrase) throws VaultException {
        if (passphrase.length < FEWEST_LETTERS) {
            throw new VaultException(
                    "vault.short", "a passphrase has at least " + FEWEST_LETTERS + " letters; several words are best");
        }
    }
}
