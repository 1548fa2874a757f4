package org.candela.facility;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.candela.base.CandelaException;

/**
 * What proves to facilities who we are: one file a secret in a folder that its owner alone may read, or the environment,
 * which goes before.
 *
 * <p>No secret is in the database, a log, an argument or a message. Safe from any thread; blocks on the disk.
 */
// [impl->req~facility.secrets~1]
public final class Secrets {
    private static final String MISSING = "facility.secret-missing";
    private static final String OPEN = "facility.secret-open";
    private static final String DISK = "facility.secret-disk";
    private static final int MOST_BYTES = 64 << 10;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final UnaryOperator<String> environment;

    /** @param environment variable name → value, empty when it is not set */
    public Secrets(Path folder, UnaryOperator<String> environment) {
        this.folder = folder;
        this.environment = environment;
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

    /** The variable that is asked before the file, as {@code CANDELA_PASSWORD_NORTH_CLINIC}. */
    public static String variable(FacilityId facility, Use use) {
        return "CANDELA_" + use + "_"
                + facility.value().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The secret, if there is one; fails when others could read it too. */
    public Optional<String> find(FacilityId facility, Use use) throws CandelaException {
        String given = environment.apply(variable(facility, use));
        return given.isEmpty() ? read(file(facility, use)) : Optional.of(given);
    }

    /** The secret; when there is none, the failure says how to give one. */
    public String require(FacilityId facility, Use use) throws CandelaException {
        return find(facility, use)
                .orElseThrow(() -> new CandelaException(
                        MISSING,
                        "facility " + facility + ": no secret is kept; add the facility again with its options, or set "
                                + variable(facility, use)));
    }

    private Optional<String> read(Path file) throws CandelaException {
        try {
            requireOwnerOnly(file);
            byte[] bytes = Files.size(file) > MOST_BYTES ? new byte[0] : Files.readAllBytes(file);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8)).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CandelaException(DISK, file + ": cannot be read", e);
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

    /** Keeps the secret in place of the one before: written beside and moved, so that half a secret is never found. */
    public void keep(FacilityId facility, Use use, String secret) throws CandelaException {
        Path file = file(facility, use);
        try {
            Files.createDirectories(folder);
            if (isPosix(folder)) {
                Files.setPosixFilePermissions(folder, OWNER);
            }
            // Where permissions are POSIX, a temporary file is its owner's alone from the start.
            Path draft = Files.createTempFile(folder, "secret", ".tmp");
            Files.writeString(draft, secret);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CandelaException(DISK, file + ": cannot be written", e);
        }
    }

    private Path file(FacilityId facility, Use use) {
        return folder.resolve(facility.value() + "." + use.name().toLowerCase(Locale.ROOT));
    }
}
