package org.candela.study;

import org.candela.base.Sha256;
import org.candela.base.Uid;

/** A short name of a UID for logs and the audit trail, which must not lead back to a patient by themselves. */
public final class UidHash {
    private static final int DIGITS = 12;

    private UidHash() {}

    /** First 12 hexadecimal digits of the SHA-256 of {@code uid}. */
    public static String of(Uid uid) {
        return Sha256.hex(uid.value()).substring(0, DIGITS);
    }
}
