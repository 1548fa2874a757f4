package org.candela.displayqa.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.candela.displayqa.ledger.SealedKey;
import org.candela.displayqa.measure.QaException;

/**
 * What opens the signing keys of the store (AES-256-GCM, NIST SP 800-38D): 32 random bytes in a file that only its owner can
 * read. A copy of the store alone signs nothing, and neither does this file alone.
 */
// [impl->req~displayqa.signing-key~1]
final class WrappingKey {
    private static final HexFormat HEX = HexFormat.of();
    private static final String OWNER_ONLY = "rw-------";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    private WrappingKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The key in {@code file}; empty where there is no file. */
    static Optional<WrappingKey> find(Path file) throws QaException {
        try {
            return Files.exists(file) ? Optional.of(parse(file)) : Optional.empty();
        } catch (IOException e) {
            throw new QaException("displayqa.key", file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new QaException(
                    "displayqa.key",
                    file + " does not hold what opens the signing key; move it away to have a new key made",
                    e);
        }
    }

    /** The key in {@code file}, made where there is none. When two programs make one at once, both get the first. */
    static WrappingKey findOrMake(Path file) throws QaException {
        Optional<WrappingKey> found = find(file);
        if (found.isPresent()) {
            return found.orElseThrow();
        }
        try {
            make(file);
        } catch (IOException e) {
            throw new QaException("displayqa.key", file + " cannot be written", e);
        }
        return find(file).orElseThrow(() -> new QaException("displayqa.key", file + " went away"));
    }

    private static WrappingKey parse(Path file) throws IOException {
        byte[] key =
                HEX.parseHex(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        if (key.length != BYTES) {
            throw new IllegalArgumentException("expected " + BYTES + " bytes");
        }
        return new WrappingKey(key);
    }

    /** On the disk before it has its name, so that a half-written one is never found; one that is there is never replaced. */
    private static void make(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, "key", ".tmp");
        try {
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(OWNER_ONLY));
            }
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((HEX.formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            name(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void name(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return; // another program was first
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file); // never over one that is there
        }
    }

    SealedKey wrap(SigningKey signing) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        String publicKey = signing.publicKey().digits();
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, publicKey).doFinal(signing.encoded());
            return new SealedKey(
                    publicKey,
                    ByteBuffer.allocate(NONCE + hidden.length)
                            .put(nonce)
                            .put(hidden)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Empty when this is not what opens it, or it was changed. */
    Optional<SigningKey> open(SealedKey sealed) {
        byte[] wrapped = sealed.wrapped();
        if (wrapped.length <= NONCE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(wrapped, NONCE);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, sealed.publicKey())
                    .doFinal(wrapped, NONCE, wrapped.length - NONCE);
            return Optional.of(SigningKey.of(plain, new PublicKeyHex(sealed.publicKey())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The public key is bound in, so that no private key can be put under another name. */
    private Cipher cipher(int mode, byte[] nonce, String publicKey) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(publicKey.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
