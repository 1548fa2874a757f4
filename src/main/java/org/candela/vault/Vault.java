package org.candela.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The file of the key store: the number of rounds, the salt, and the key wrapped under the passphrase, which is in no file. A
 * forgotten passphrase opens nothing again. Written beside, forced to the disk and moved; only its owner can read it. Safe
 * from any thread; blocks on the disk, and about a fifth of a second for a passphrase.
 */
// [impl->req~vault.passphrase~1]
public final class Vault {
    private static final String HEAD = "candela-vault-1";
    private static final String WRAPPED = "key of the vault";
    private static final int SALT_BYTES = 16;
    private static final int MOST_BYTES = 4096;
    private static final int MOST_ROUNDS = 50_000_000;
    private static final HexFormat HEX = HexFormat.of();

    private final Path file;
    private final int rounds;

    public Vault(Path file) {
        this(file, Stretching.ROUNDS);
    }

    /** With other rounds than the usual, for tests about other things. */
    Vault(Path file, int rounds) {
        this.file = file;
        this.rounds = rounds;
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Makes it.
     *
     * @throws VaultException {@code vault.exists}, {@code vault.short} or {@code vault.disk}
     */
    public VaultKey create(char[] passphrase) throws VaultException {
        Passphrase.requireLong(passphrase);
        VaultKey key = VaultKey.random(new SecureRandom());
        try {
            Path draft = draft(key, passphrase);
            try {
                Files.createLink(file, draft); // fails where there is one, which a move would replace
            } catch (UnsupportedOperationException e) {
                Files.move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw new VaultException("vault.exists", file + ": there is a key store already", e);
        } catch (IOException e) {
            throw new VaultException("vault.disk", file + ": cannot be written", e);
        }
        return key;
    }

    /**
     * Opens it.
     *
     * @throws VaultException {@code vault.wrong-passphrase}, {@code vault.unreadable} or {@code vault.disk}
     */
    public VaultKey open(char[] passphrase) throws VaultException {
        Content content = read();
        try {
            return new VaultKey(Passphrase.wrapping(passphrase, content.salt(), content.rounds())
                    .open(WRAPPED, content.wrapped()));
        } catch (VaultException e) {
            throw new VaultException("vault.wrong-passphrase", "the key store does not open by this passphrase", e);
        }
    }

    /** Wraps the same key under another passphrase; what was sealed stays as it is. */
    public void change(char[] before, char[] after) throws VaultException {
        VaultKey key = open(before);
        Passphrase.requireLong(after);
        try {
            Files.move(draft(key, after), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new VaultException("vault.disk", file + ": cannot be written", e);
        }
    }

    private record Content(int rounds, byte[] salt, byte[] wrapped) {
        String text() {
            return String.join("\n", HEAD, Integer.toString(rounds), HEX.formatHex(salt), HEX.formatHex(wrapped))
                    + "\n";
        }
    }

    private Content read() throws VaultException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new VaultException("vault.unreadable", unreadable());
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            List<String> lines = text.lines().toList();
            Content content =
                    new Content(Integer.parseInt(lines.get(1)), HEX.parseHex(lines.get(2)), HEX.parseHex(lines.get(3)));
            boolean isRounds = content.rounds() > 0 && content.rounds() <= MOST_ROUNDS;
            if (!isRounds || !content.text().equals(text)) { // as it is written, and not otherwise, in capitals for one
                throw new VaultException("vault.unreadable", unreadable());
            }
            return content;
        } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new VaultException("vault.unreadable", unreadable(), e);
        } catch (IOException e) {
            throw new VaultException("vault.disk", file + ": cannot be read", e);
        }
    }

    private String unreadable() {
        return file + ": this is no key store; take it from a backup";
    }

    private Path draft(VaultKey key, char[] passphrase) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] wrapped = Passphrase.wrapping(passphrase, salt, rounds).seal(WRAPPED, key.bytes());
        String text = new Content(rounds, salt, wrapped).text();
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, "vault", ".tmp");
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        return draft;
    }
}
