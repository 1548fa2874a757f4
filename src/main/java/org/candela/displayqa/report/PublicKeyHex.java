package org.candela.displayqa.report;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.candela.base.Sha256;

/** An Ed25519 public key as the 64 lower-case hexadecimal digits of RFC 8032. */
record PublicKeyHex(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();
    /** What X.509 puts before the 32 bytes of the key (RFC 8410). */
    private static final String X509_PREFIX = "302a300506032b6570032100";

    private static final int FINGERPRINT_LENGTH = 16;

    PublicKeyHex {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("an Ed25519 public key is 64 hexadecimal digits");
        }
    }

    static PublicKeyHex of(PublicKey key) {
        return new PublicKeyHex(HEX.formatHex(key.getEncoded()).substring(X509_PREFIX.length()));
    }

    String fingerprint() {
        return Sha256.hex(digits).substring(0, FINGERPRINT_LENGTH);
    }

    /** Whether {@code signature}, in hexadecimal, is this key's over {@code message}; false also for what is no signature. */
    boolean verifies(String message, String signature) {
        try {
            PublicKey key = KeyFactory.getInstance(SigningKey.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(HEX.parseHex(X509_PREFIX + digits)));
            Signature verifier = Signature.getInstance(SigningKey.ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(HEX.parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}
