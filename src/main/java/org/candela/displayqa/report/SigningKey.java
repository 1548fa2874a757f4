package org.candela.displayqa.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
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
 * The Ed25519 key that this workstation signs its QA reports with; made on first use, kept in a file that only its owner
 * can read.
 */
// [impl->req~displayqa.signing-key~1]
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";
    private static final HexFormat HEX = HexFormat.of();
    private static final String OWNER_ONLY = "rw-------";

    private final PrivateKey privateKey;
    private final PublicKeyHex publicKey;

    private SigningKey(PrivateKey privateKey, PublicKeyHex publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * The key in {@code file}; where there is no file, a new key is made and kept there.
     *
     * @throws QaException when the file holds no key or cannot be read or written
     */
    public static SigningKey loadOrCreate(Path file) throws QaException {
        try {
            if (!Files.exists(file)) {
                write(file, KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
            }
            return parse(Files.readAllLines(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new QaException("displayqa.key", "the signing key " + file + " cannot be read or written", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new QaException(
                    "displayqa.key", file + " holds no signing key; move it away to have a new one made", e);
        }
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

    private static SigningKey parse(List<String> lines) throws GeneralSecurityException {
        if (lines.size() != 2) {
            throw new IllegalArgumentException("expected two lines, private and public key");
        }
        PrivateKey privateKey =
                KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(HEX.parseHex(lines.get(0))));
        SigningKey key = new SigningKey(privateKey, new PublicKeyHex(lines.get(1)));
        if (!key.publicKey.verifies("probe", key.sign("probe"))) {
            throw new IllegalArgumentException("the two keys do not belong together");
        }
        return key;
    }

    /** Written beside and moved, so that a half-written key is never found. */
    private static void write(Path file, KeyPair keys) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".tmp");
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(OWNER_ONLY));
        }
        String text = HEX.formatHex(keys.getPrivate().getEncoded()) + "\n" + PublicKeyHex.of(keys.getPublic()) + "\n";
        Files.writeString(draft, text, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
