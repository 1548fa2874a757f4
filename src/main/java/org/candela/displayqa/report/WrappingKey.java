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
import java.util.HexFormat;
import java.util.Optional;
import org.candela.displayqa.ledger.SealedKey;
import org.candela.displayqa.measure.QaException;
import org.candela.vault.VaultException;
import org.candela.vault.VaultKey;

/**
 * What opens the signing keys of the store (AES-256-GCM, NIST SP 800-38D): 32 random bytes in a file that only its owner can
 * read. A copy of the store alone signs nothing, and neither does this file alone.
 */
// [impl->req~displayqa.signing-key~1]
final class WrappingKey {
    private static final HexFormat HEX = HexFormat.of();
    private static final String OWNER_ONLY = "rw-------";
    private static final int BYTES = 32;

    private final VaultKey key;

    private WrappingKey(byte[] key) {
        this.key = VaultKey.of(key);
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

    /** The public key is bound in, so that no private key can be put under another name. */
    SealedKey wrap(SigningKey signing) {
        String publicKey = signing.publicKey().digits();
        return new SealedKey(publicKey, key.seal(publicKey, signing.encoded()));
    }

    /** Empty when this is not what opens it, or it was changed. */
    Optional<SigningKey> open(SealedKey sealed) {
        try {
            byte[] plain = key.open(sealed.publicKey(), sealed.wrapped());
            return Optional.of(SigningKey.of(plain, new PublicKeyHex(sealed.publicKey())));
        } catch (VaultException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
