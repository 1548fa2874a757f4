package org.candela.facility;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.vault.VaultDoor;

/**
 * What proves to facilities who we are: one file a secret, sealed by the key store, in a folder that its owner alone may
 * read; or the environment, which goes before.
 *
 * <p>No secret is in plain text on the disk, in the database, a log, an argument or a message. Safe from any thread; blocks
 * on the disk.
 */
// [impl->req~facility.secrets~1]
public final class Secrets {
    private static final String MISSING = "facility.secret-missing";
    private static final String OPEN = "facility.secret-open";
    private static final String DISK = "facility.secret-disk";
    /** Before what is sealed, in Base64. */
    private static final String SEALED = "candela-sealed-1 ";

    private static final int MOST_BYTES = 64 << 10;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final UnaryOperator<String> environment;
    private final VaultDoor door;

    /**
     * @param environment variable name → value, empty when it is not set
     * @param door asked when a sealed secret is needed, or one is kept
     */
    public Secrets(Path folder, UnaryOperator<String> environment, VaultDoor door) {
        this.folder = folder;
        this.environment = environment;
        this.door = door;
    }

    /** What opens them; other things of the reader are sealed by the same key. */
    public VaultDoor door() {
        return door;
    }

    /** What a secret is for. */
    public enum Use {
        /** Password of a user, or secret of a client. */
        PASSWORD,
        /** Password of the file with our certificate. */
        CERTIFICATE,
        /** What renews a token that a person allowed; given by an identity provider. */
        RENEWAL
    }

    /** The secret of a facility, if there is one; fails when others could read it too. */
    public Optional<String> find(FacilityId facility, Use use) throws CandelaException {
        return find(SecretName.of(facility, use));
    }

    /** The secret, if there is one; fails when others could read it too. */
    public Optional<String> find(SecretName name) throws CandelaException {
        String given = environment.apply(name.variable());
        return given.isEmpty() ? read(file(name)) : Optional.of(given);
    }

    /** The secret of a facility; when there is none, the failure says how to give one. */
    public String require(FacilityId facility, Use use) throws CandelaException {
        return find(facility, use)
                .orElseThrow(() ->
                        missing(SecretName.of(facility, use), "add the facility again with its options, or set "));
    }

    /**
     * The secret; when there is none, the failure says how to give one.
     *
     * @param howTo as {@code "give it by: candela audit repository set"}
     */
    public String require(SecretName name, String howTo) throws CandelaException {
        return find(name).orElseThrow(() -> missing(name, howTo + ", or set "));
    }

    private static CandelaException missing(SecretName name, String howTo) {
        return new CandelaException(MISSING, name + ": no secret is kept; " + howTo + name.variable());
    }

    /**
     * Keeps under {@code name} what an earlier version kept under {@code before}, sealed anew, and lets go of the old file. Does
     * nothing where there is no old one, or a new one already.
     *
     * @throws CandelaException where the key store is locked; the old one stays
     */
    public void carryOver(SecretName before, SecretName name) throws CandelaException {
        Path old = file(before);
        if (Files.exists(file(name)) || !Files.exists(old)) {
            return;
        }
        Optional<String> secret = read(old);
        if (secret.isPresent()) {
            write(file(name), secret.orElseThrow());
        }
        try {
            Files.delete(old);
        } catch (IOException e) {
            throw new CandelaException(DISK, old + ": cannot be deleted", e);
        }
    }

    private Optional<String> read(Path file) throws CandelaException {
        try {
            requireOwnerOnly(file);
            byte[] bytes = Files.size(file) > MOST_BYTES ? new byte[0] : Files.readAllBytes(file);
            return Optional.of(open(file, bytes)).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CandelaException(DISK, file + ": cannot be read", e);
        }
    }

    /** An earlier version kept it in plain text. */
    private String open(Path file, byte[] bytes) throws CandelaException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith(SEALED)) {
            return text;
        }
        try {
            byte[] sealed =
                    Base64.getDecoder().decode(text.substring(SEALED.length()).strip());
            return new String(door.key().open(nameOf(file), sealed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new CandelaException(DISK, file + ": is damaged; give the secret again", e);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    /** Whether there is a secret that needs the key store. */
    public boolean areSealed() throws CandelaException {
        return !filesThat(text -> text.startsWith(SEALED)).isEmpty();
    }

    /**
     * Seals what an earlier version kept in plain text; the key store is open.
     *
     * @return how many
     */
    public int sealAll() throws CandelaException {
        List<Path> plain = filesThat(text -> !text.startsWith(SEALED));
        for (Path file : plain) {
            Optional<String> secret = read(file);
            if (secret.isPresent()) {
                write(file, secret.orElseThrow());
            }
        }
        return plain.size();
    }

    private List<Path> filesThat(Predicate<String> condition) throws CandelaException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file :
                    files.filter(one -> !nameOf(one).endsWith(".tmp")).sorted().toList()) {
                if (Files.isRegularFile(file) && condition.test(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    found.add(file);
                }
            }
            return found;
        } catch (IOException e) {
            throw new CandelaException(DISK, folder + ": cannot be read", e);
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException, CandelaException {
        if (isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new CandelaException(OPEN, file + ": others may read it; change that (chmod 600) and its secret");
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /**
     * Keeps the secret, sealed, in place of the one before: written beside and moved, so that half a secret is never found.
     *
     * @throws CandelaException where the key store is locked, or there is none and nothing gives a passphrase for a new one
     */
    public void keep(FacilityId facility, Use use, String secret) throws CandelaException {
        keep(SecretName.of(facility, use), secret);
    }

    /** The same under any name. */
    public void keep(SecretName name, String secret) throws CandelaException {
        write(file(name), secret);
    }

    /** Deletes all secrets of a facility; how many there were. */
    public int forget(FacilityId facility) throws CandelaException {
        int gone = 0;
        for (Use use : Use.values()) {
            try {
                gone += Files.deleteIfExists(file(SecretName.of(facility, use))) ? 1 : 0;
            } catch (IOException e) {
                throw new CandelaException(DISK, file(SecretName.of(facility, use)) + ": cannot be deleted", e);
            }
        }
        return gone;
    }

    private void write(Path file, String secret) throws CandelaException {
        byte[] sealed = door.keyOrNew().seal(nameOf(file), secret.getBytes(StandardCharsets.UTF_8));
        try {
            Files.createDirectories(folder);
            if (isPosix(folder)) {
                Files.setPosixFilePermissions(folder, OWNER);
            }
            // Where permissions are POSIX, a temporary file is its owner's alone from the start.
            Path draft = Files.createTempFile(folder, "secret", ".tmp");
            Files.writeString(draft, SEALED + Base64.getEncoder().encodeToString(sealed) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CandelaException(DISK, file + ": cannot be written", e);
        }
    }

    private Path file(SecretName name) {
        return folder.resolve(name.file());
    }
}
