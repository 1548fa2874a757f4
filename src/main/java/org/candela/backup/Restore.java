package org.candela.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerification;
import org.candela.audit.AuditVerifier;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.store.StoreKey;
import org.candela.store.StorePlace;

/**
 * Puts a backup back. All of it is looked at first: the list and its seal, every file's hash, the store itself, whether this
 * program knows its schema, and the audit chain. What was there is moved aside and kept. Blocks on the disk.
 */
// [impl->req~backup.restored~1]
public final class Restore {
    static final String STAGING = "restore.staging";
    static final String ASIDE = "before-restore-";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Where SQLite locks its files, and how many bytes of it (sqlite.org/fileio.html, os.h). */
    private static final long LOCK_BYTE = 0x4000_0000L;

    private static final int LOCK_BYTES = 512;
    /** The store last, and of what lies beside it nothing under the new one. */
    private static final List<String> STORE_FILES =
            List.of(BackupFiles.STORE, BackupFiles.STORE + "-wal", BackupFiles.STORE + "-shm");

    private final Path home;
    private final Clock clock;

    public Restore(Path home, Clock clock) {
        this.home = home.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param aside where that lies which was there before
     */
    public record Done(BackupManifest manifest, Path aside) {}

    /** Whether it could be put back; nothing of this workstation is touched. */
    public BackupManifest verify(Path backup, Optional<BackupKey> key) throws CandelaException {
        try {
            try {
                return stage(backup, key);
            } finally {
                BackupFiles.remove(home.resolve(STAGING));
            }
        } catch (IOException e) {
            throw unreadable(backup, e);
        }
    }

    /**
     * Puts it back.
     *
     * @throws CandelaException {@code backup.open} while another program has the store open, or what is wrong with the
     *     backup; this workstation is as it was then
     */
    public Done restore(Path backup, Optional<BackupKey> key) throws CandelaException {
        try {
            requireClosed();
            BackupManifest manifest = stage(backup, key);
            Path aside = home.resolve(ASIDE + STAMP.format(clock.instant()));
            requireClosed(); // proving took its time
            exchange(home.resolve(STAGING), aside);
            return new Done(manifest, aside);
        } catch (IOException e) {
            throw unreadable(backup, e);
        }
    }

    private static BackupException unreadable(Path backup, IOException e) {
        return new BackupException("backup.not-read", backup + ": " + e.getMessage() + "; nothing was changed", e);
    }

    /** Whoever has the store open holds a lock on it, with or without its key. */
    private void requireClosed() throws IOException, BackupException {
        try (FileChannel channel = FileChannel.open(
                        home.resolve(BackupFiles.STORE), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(LOCK_BYTE, LOCK_BYTES, false)) {
            if (lock == null) {
                throw new BackupException(
                        "backup.open", home + " is open in another program; close Candela first, and try again");
            }
        } catch (NoSuchFileException e) {
            Files.createDirectories(home); // nothing there that could be open
        }
    }

    private BackupManifest stage(Path backup, Optional<BackupKey> key) throws IOException, CandelaException {
        Path staging = home.resolve(STAGING);
        BackupManifest manifest = manifest(backup, key);
        BackupFiles.remove(staging);
        Files.createDirectories(staging);
        BackupFiles.ownersAlone(staging);
        boolean isWhole = false;
        try {
            for (BackupManifest.Entry entry : manifest.files()) {
                if (!entry.equals(copied(backup, staging, entry))) {
                    throw new BackupException(
                            "backup.damaged",
                            backup + ": " + entry.path() + " is not what was copied; take an older backup");
                }
            }
            proveStore(staging, key.map(BackupKey::store));
            isWhole = true;
            return manifest;
        } finally {
            if (!isWhole) {
                BackupFiles.remove(staging);
            }
        }
    }

    private static BackupManifest.Entry copied(Path backup, Path staging, BackupManifest.Entry entry)
            throws IOException, BackupException {
        try {
            return BackupFiles.copy(backup.resolve(entry.path()), staging, entry.path());
        } catch (NoSuchFileException e) {
            throw new BackupException(
                    "backup.damaged", backup + ": " + entry.path() + " is missing; take an older backup", e);
        }
    }

    private static BackupManifest manifest(Path backup, Optional<BackupKey> key) throws IOException, BackupException {
        String text;
        try {
            text = Files.readString(backup.resolve(BackupManifest.NAME), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new BackupException(
                    "backup.none", backup + " is no backup: " + BackupManifest.NAME + " is missing", e);
        }
        try {
            BackupManifest manifest = BackupManifest.read(text, key);
            if (!manifest.has(BackupFiles.STORE)) {
                throw new BackupException("backup.manifest", "the store is not among its files");
            }
            return manifest;
        } catch (BackupException e) {
            throw new BackupException(e.code(), backup.resolve(BackupManifest.NAME) + ": " + e.getMessage(), e);
        }
    }

    /** Opens the copy, which brings an older schema to this program's, and walks its chain. */
    private void proveStore(Path staging, Optional<StoreKey> key) throws IOException, CandelaException {
        Path file = staging.resolve(BackupFiles.STORE);
        StorePlace place = new StorePlace() {
            @Override
            public Path get() {
                return file;
            }

            @Override
            public Optional<StoreKey> key() {
                return key;
            }
        };
        try (Database database = Database.open(place, clock)) {
            AuditVerification chain = AuditVerifier.verify(database);
            Optional<String> broken = chain.match(intact -> Optional.empty(), found -> Optional.of(found.reason()));
            if (broken.isPresent()) {
                throw new BackupException("backup.chain", "its audit trail is broken: " + broken.orElseThrow());
            }
            database.change(tx -> new AuditLog()
                    .append(tx, new AuditEvent(clock.instant(), "restore", AuditAction.RESTORED, "backup", Map.of())));
        }
        for (Path each : entries(staging)) {
            String name = String.valueOf(each.getFileName());
            if (name.startsWith(BackupFiles.STORE) && !name.equals(BackupFiles.STORE)) {
                Files.delete(each); // the copy that a migration made, of what the backup has
            }
        }
    }

    /**
     * What is there goes aside before its successor comes; the store last, so that the rest is never newer than it. Where a move
     * fails, those before it are taken back.
     */
    private void exchange(Path staging, Path aside) throws IOException, BackupException {
        Files.createDirectories(aside);
        BackupFiles.ownersAlone(aside);
        Moves moves = new Moves();
        try {
            for (String name : names(staging)) {
                List<String> old = name.equals(BackupFiles.STORE) ? STORE_FILES : List.of(name);
                for (String each : old) {
                    if (Files.exists(home.resolve(each))) {
                        moves.move(home.resolve(each), aside.resolve(each));
                    }
                }
                moves.move(staging.resolve(name), home.resolve(name));
            }
        } catch (IOException e) {
            takeBack(moves, aside, e);
            throw e;
        } finally {
            BackupFiles.settle(home);
            BackupFiles.remove(staging);
        }
    }

    private static List<String> names(Path staging) throws IOException {
        return entries(staging).stream()
                .map(entry -> String.valueOf(entry.getFileName()))
                .sorted(Comparator.comparing((String name) -> name.equals(BackupFiles.STORE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Nothing may be half of one and half of the other without a word. */
    private static void takeBack(Moves moves, Path aside, IOException why) throws BackupException {
        try {
            moves.takeBack();
        } catch (IOException e) {
            e.addSuppressed(why);
            throw new BackupException(
                    "backup.half",
                    "part of the backup was put back and the rest could not be (" + why.getMessage()
                            + "); what was there before lies in " + aside + ": put back by hand what is missing",
                    e);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
