package org.candela.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key in memory: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits before each sealed text. What was sealed
 * under one name does not open under another. Safe from any thread.
 */
// [impl->req~vault.sealed~1]
public final class VaultKey {
    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKey key;

    VaultKey(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The key of these bytes, which come from elsewhere; they are copied. */
    public static VaultKey of(byte[] key) {
        return new VaultKey(key);
    }

    static VaultKey random(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new VaultKey(key);
    }

    byte[] bytes() {
        return key.getEncoded();
    }

    /**
     * Another key of 32 bytes, the same for the same purpose: HKDF's expansion with HMAC-SHA-256 (RFC 5869 §2.3), since this
     * key is random as it is. From it nobody finds this key.
     */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 1); // the first block, and with 32 bytes the only one
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }

    /** Nonce and sealed text; 28 bytes longer than {@code plain}. */
    public byte[] seal(String name, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    /**
     * What was sealed.
     *
     * @throws VaultException {@code vault.damaged} when it was sealed by another key, under another name, or changed since
     */
    public byte[] open(String name, byte[] sealed) throws VaultException {
        if (sealed.length < NONCE_BYTES) {
            throw new VaultException("vault.damaged", words(name));
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer text = ByteBuffer.wrap(sealed).get(nonce);
        byte[] rest = new byte[text.remaining()];
        text.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new VaultException("vault.damaged", words(name), e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String words(String name) {
        return name + " was not sealed by this key store, or was changed since";
    }
}
