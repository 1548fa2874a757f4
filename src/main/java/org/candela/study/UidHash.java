package org.candela.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.candela.base.Uid;

/** A short name of a UID for logs and the audit trail, which must not lead back to a patient by themselves. */
public final class UidHash {
    private static final int BYTES = 6;

    private UidHash() {}

    /** First 12 hexadecimal digits of the SHA-256 of {@code uid}. */
    public static String of(Uid uid) {
        byte[] hash = sha256().digest(uid.value().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
