package org.candela.dicom.object;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.candela.base.Uid;

/**
 * What stands for UIDs and dates: the same for the same input under one key, and not to be traced back without it.
 *
 * <p>Safe from any thread.
 */
final class KeyedPseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int UUID_BYTES = 16;
    private static final int MOST_DAYS = 3650;

    private final SecretKeySpec key;

    KeyedPseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A UID under 2.25 in the place of {@code uid}. */
    Uid uid(String uid) {
        byte[] digest = Arrays.copyOf(hmac("uid:" + uid), UUID_BYTES);
        digest[6] = (byte) ((digest[6] & 0x0F) | 0x80); // version 8: custom (RFC 9562 5.8)
        digest[8] = (byte) ((digest[8] & 0x3F) | 0x80);
        return new Uid("2.25." + new BigInteger(1, digest));
    }

    /** Days that all dates of {@code patient} go back, 1 to 3650. */
    int daysBack(String patient) {
        byte[] digest = hmac("date:" + patient);
        int number = (digest[0] & 0xFF) << 16 | (digest[1] & 0xFF) << 8 | (digest[2] & 0xFF);
        return 1 + number % MOST_DAYS;
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
