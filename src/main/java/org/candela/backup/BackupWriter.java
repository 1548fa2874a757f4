package org.candela.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies a workstation while it runs: the store as it was at one moment, sealed where there is a key, and the files beside it.
 * Written under another name and renamed when it is whole, so that what has the name of a backup is one. Blocks on the disk.
 */
// [impl->req~backup.made~1]
public final class BackupWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BackupWriter.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PREFIX = "candela-backup-";
    private static final String PARTIAL = ".partial";

    private final Path home;
    private final Clock clock;

    public BackupWriter(Path home, Clock clock) {
        this.home = home.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /**
     * Makes one below {@code to} and returns its folder.
     *
     * @param key without one it is plain, as the store is
     * @throws CandelaException naming what could not be copied; nothing is left behind
     */
    public Path write(Database database, Optional<BackupKey> key, Path to, BackupScope scope) throws CandelaException {
        Path place = to.toAbsolutePath().normalize();
        if (place.startsWith(home)) {
            throw new BackupException(
                    "backup.inside",
                    to + " is within " + home + " itself; choose another disk, or at least another folder");
        }
        Path made = place.resolve(PREFIX + STAMP.format(clock.instant()));
        Path partial = place.resolve(made.getFileName() + PARTIAL);
        try {
            try {
                BackupFiles.remove(partial);
                Files.createDirectories(partial);
                BackupFiles.ownersAlone(partial);
                fill(database, key, partial, scope);
                Files.move(partial, made, StandardCopyOption.ATOMIC_MOVE);
                BackupFiles.settle(place); // an older one may be removed next
            } finally {
                BackupFiles.remove(partial);
            }
        } catch (IOException e) {
            throw new BackupException(
                    "backup.not-written",
                    made + ": cannot be written: " + e.getMessage() + "; nothing was left there",
                    e);
        }
        database.change(tx -> new AuditLog()
                .append(
                        tx,
                        new AuditEvent(
                                clock.instant(),
                                "backup",
                                AuditAction.BACKED_UP,
                                "backup",
                                Map.of("scope", scope.name()))));
        return made;
    }

    private void fill(Database database, Optional<BackupKey> key, Path partial, BackupScope scope)
            throws IOException, CandelaException {
        List<BackupManifest.Entry> files = new ArrayList<>();
        database.copyTo(partial.resolve(BackupFiles.STORE), key.map(BackupKey::store));
        BackupFiles.ownersAlone(partial.resolve(BackupFiles.STORE));
        files.add(BackupFiles.entry(partial, BackupFiles.STORE));
        for (Path file : BackupFiles.of(home, scope)) {
            String path = BackupManifest.nameOf(file);
            try {
                files.add(BackupFiles.copy(home.resolve(file), partial, path));
            } catch (NoSuchFileException e) {
                LOG.debug("a file was deleted while the backup was made", e);
            }
        }
        BackupManifest manifest = new BackupManifest(clock.instant(), files);
        Path list = partial.resolve(BackupManifest.NAME);
        Files.writeString(list, manifest.text(key), StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
        BackupFiles.ownersAlone(list);
    }

    /** Removes the oldest backups below {@code to} until {@code keep} are left; returns what was removed. */
    public static List<Path> rotate(Path to, int keep) throws CandelaException {
        if (keep < 1) {
            throw new BackupException("backup.keep", "at least one backup is kept, not " + keep);
        }
        List<Path> removed = new ArrayList<>();
        try (Stream<Path> all = Files.list(to)) {
            List<Path> newestFirst = all.filter(BackupWriter::isBackup)
                    .sorted(Comparator.comparing(
                                    (Path folder) -> folder.getFileName().toString())
                            .reversed())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(keep, newestFirst.size()), newestFirst.size())) {
                BackupFiles.remove(old);
                removed.add(old);
            }
            return removed;
        } catch (IOException e) {
            throw new BackupException("backup.rotate", to + ": an older backup cannot be removed", e);
        }
    }

    private static boolean isBackup(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(PREFIX)
                && !name.endsWith(PARTIAL)
                && Files.isRegularFile(folder.resolve(BackupManifest.NAME));
    }
}
