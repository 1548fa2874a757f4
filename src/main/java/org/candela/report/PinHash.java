package org.candela.report;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.candela.vault.Stretching;

/**
 * A PIN as it is stored: salted and stretched by {@link Stretching}.
 *
 * <p>A PIN has few digits, so stretching only slows a thief of the whole file; the limit on attempts guards the desk.
 */
record PinHash(byte[] salt, int iterations, byte[] hash) {
    private static final int SALT_BYTES = 16;

    static PinHash of(char[] pin, int iterations, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PinHash(salt, iterations, Stretching.of(pin, salt, iterations));
    }

    /** Whether {@code pin} is the one; takes the same time for every wrong PIN. */
    boolean matches(char[] pin) {
        return MessageDigest.isEqual(hash, Stretching.of(pin, salt, iterations));
    }
}
