package org.candela.displayqa.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import org.candela.displayqa.measure.QaException;

/**
 * An Ed25519 key that this workstation signs its QA reports with; {@link SigningKeys} keeps it.
 */
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";
    private static final HexFormat HEX = HexFormat.of();

    private final PrivateKey privateKey;
    private final PublicKeyHex publicKey;

    private SigningKey(PrivateKey privateKey, PublicKeyHex publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A new key. */
    static SigningKey generate() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(keys.getPrivate(), PublicKeyHex.of(keys.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later sign with Ed25519", e);
        }
    }

    /**
     * The key of these bytes.
     *
     * @param encoded private key, PKCS#8
     * @throws GeneralSecurityException when they are no key
     * @throws IllegalArgumentException when the two do not belong together
     */
    static SigningKey of(byte[] encoded, PublicKeyHex publicKey) throws GeneralSecurityException {
        PrivateKey privateKey = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        SigningKey key = new SigningKey(privateKey, publicKey);
        if (!key.publicKey.verifies("probe", key.sign("probe"))) {
            throw new IllegalArgumentException("the two keys do not belong together");
        }
        return key;
    }

    /**
     * The key in a file as earlier versions wrote it.
     *
     * @throws QaException when the file holds no key or cannot be read
     */
    static SigningKey read(Path file) throws QaException {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (lines.size() != 2) {
                throw new IllegalArgumentException("expected two lines, private and public key");
            }
            return of(HEX.parseHex(lines.get(0)), new PublicKeyHex(lines.get(1)));
        } catch (IOException e) {
            throw new QaException("displayqa.key", "the signing key " + file + " cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new QaException(
                    "displayqa.key", file + " holds no signing key; move it away to have a new one made", e);
        }
    }

    /** The private key, PKCS#8. */
    byte[] encoded() {
        return privateKey.getEncoded();
    }

    /** Sixteen hexadecimal digits that tell this key from others, for comparing by eye. */
    public String fingerprint() {
        return publicKey.fingerprint();
    }

    PublicKeyHex publicKey() {
        return publicKey;
    }

    /** Signature of {@code message}: 128 hexadecimal digits. */
    String sign(String message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later sign with Ed25519", e);
        }
    }
}
