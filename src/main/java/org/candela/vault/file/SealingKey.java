package org.candela.vault.file;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.candela.vault.VaultKey;

/**
 * What files are sealed under: derived from the key store's key, apart from what seals the store. Each file has a key of its own,
 * made of this one and of the file's first bytes, so that no nonce is ever used twice. Safe from any thread.
 */
// [impl->req~vault.files~1]
public final class SealingKey {
    static final int ID_BYTES = 12;
    private static final String FILES = "candela files 1";
    private static final String NAMES = "candela file names 1";
    private static final String ID = "candela files 1, which key";
    private static final int NAME_BYTES = 16;

    private final byte[] files;
    private final byte[] names;
    private final byte[] id;

    private SealingKey(byte[] files, byte[] names, byte[] id) {
        this.files = files;
        this.names = names;
        this.id = id;
    }

    /** That of a key store. */
    public static SealingKey of(VaultKey key) {
        return new SealingKey(key.derive(FILES), key.derive(NAMES), Arrays.copyOf(key.derive(ID), ID_BYTES));
    }

    /** 32 hexadecimal digits that are always the same for {@code text} and tell nobody without the key what it was. */
    public String nameOf(String text) {
        byte[] name = hmac(names, text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(name, 0, NAME_BYTES);
    }

    /** Tells keys apart, and tells nothing of them. */
    byte[] id() {
        return id.clone();
    }

    /** HKDF's expansion (RFC 5869 §2.3) with a file's head as its info: in a head that was changed is another key. */
    SecretKey forFile(byte[] head) {
        byte[] info = Arrays.copyOf(head, head.length + 1);
        info[head.length] = 1; // the first block, and with 32 bytes the only one
        return new SecretKeySpec(hmac(files, info), "AES");
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SealingKey";
    }
}
