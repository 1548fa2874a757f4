package org.candela.vault.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens the chunks of one file under its own key: AES-256 in GCM (NIST SP 800-38D). A nonce is the number of the chunk, so
 * a chunk opens at its own place alone; the end is a tag over the length, so nothing can be cut off. One thread at a time.
 */
final class ChunkCipher {
    private static final int NONCE_BYTES = 12;
    private static final int CONTENT = 0;
    private static final int END = 1;

    private final SecretKey key;
    private final Cipher cipher;

    ChunkCipher(SecretKey key) {
        this.key = key;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    /** Writes {@code count} bytes and their tag to the beginning of {@code sealed}; returns how many that are. */
    int seal(long chunk, byte[] plain, int count, byte[] sealed) {
        try {
            begin(Cipher.ENCRYPT_MODE, CONTENT, chunk);
            return cipher.doFinal(plain, 0, count, sealed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a chunk can always be sealed", e);
        }
    }

    /** Whether the first {@code count} bytes of {@code sealed} are that chunk; its content is in {@code plain} from {@code at} then. */
    boolean open(long chunk, byte[] sealed, int count, byte[] plain, int at) {
        try {
            begin(Cipher.DECRYPT_MODE, CONTENT, chunk);
            cipher.doFinal(sealed, 0, count, plain, at);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The end of a content of {@code length} bytes. */
    byte[] end(long length) {
        try {
            begin(Cipher.ENCRYPT_MODE, END, length);
            return cipher.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an end can always be sealed", e);
        }
    }

    /** Whether {@code tag} is the end of a content of {@code length} bytes. */
    boolean isEnd(long length, byte[] tag) {
        try {
            begin(Cipher.DECRYPT_MODE, END, length);
            return cipher.doFinal(tag).length == 0;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void begin(int mode, int kind, long number) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE_BYTES).putInt(kind).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(SealedHead.TAG * Byte.SIZE, nonce));
    }
}
