package org.candela.purge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.purge.PurgeLog.Deleted;
import org.candela.purge.PurgeLog.Run;
import org.candela.purge.PurgeLog.What;
import org.candela.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that hold patients and belong to no study: copies that were made of the store, what was exported into this home, what a
 * killed program left on its way in. Blocks on the disk.
 */
// [impl->req~purge.files~1]
public final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    /** Copies of the store from before a migration or a restore: long enough to see that all went well. */
    static final Duration COPIES = Duration.ofDays(30);
    /** No transfer takes so long. */
    static final Duration ARRIVING = Duration.ofDays(2);

    private static final String MIGRATION = ".before-migration-";
    private static final String RESTORE = "before-restore-";
    /** Of programs on their way out; the images' own purge ends what it began. */
    private static final String PURGE = "purge-";

    private final AppPaths paths;
    private final Path temporary;
    private final Database database;
    private final PurgeLog log;
    private final Clock clock;

    /** Where files lie: the home, and the folder of temporary files of this system. */
    public record Place(AppPaths paths, Path temporary) {}

    public Leftovers(Place place, Database database, PurgeLog log, Clock clock) {
        this.paths = place.paths();
        this.temporary = place.temporary();
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /** What is too old: exports by {@code exportDays}, the rest by the ages of this class. */
    public List<Path> due(Optional<Integer> exportDays) throws CandelaException {
        List<Path> due = new ArrayList<>();
        due.addAll(older(copies(), COPIES));
        due.addAll(older(arriving(), ARRIVING));
        if (exportDays.isPresent()) {
            due.addAll(older(in(paths.exports(), ""), Duration.ofDays(exportDays.orElseThrow())));
        }
        return due;
    }

    /** Copies of the store, whatever their age: they hold the rows of every facility. */
    public List<Path> copies() throws CandelaException {
        List<Path> found = new ArrayList<>(in(paths.home(), RESTORE));
        for (Path file : in(paths.home(), "")) {
            if (name(file).contains(MIGRATION)) {
                found.add(file);
            }
        }
        return found;
    }

    /** Exported files that lie in this home. */
    public List<Path> exports() throws CandelaException {
        return in(paths.exports(), "");
    }

    private List<Path> arriving() throws CandelaException {
        List<Path> found = new ArrayList<>();
        for (Path file : in(paths.incoming(), "")) {
            if (!name(file).startsWith(PURGE)) {
                found.add(file);
            }
        }
        found.addAll(ownTemporaries());
        return found;
    }

    /** Others use that folder too, and may run Candela themselves. */
    private List<Path> ownTemporaries() throws CandelaException {
        List<Path> own = new ArrayList<>();
        for (Path file : in(temporary, "candela-")) {
            try {
                if (Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(paths.home()))) {
                    own.add(file);
                }
            } catch (NoSuchFileException e) {
                LOG.debug("{} went by itself", name(file));
            } catch (IOException e) {
                throw new CandelaException("purge.file", name(file) + " cannot be looked at", e);
            }
        }
        return own;
    }

    /** Deletes these, with an entry for each. */
    public void delete(Run run, List<Path> files) throws CandelaException {
        for (Path each : files) {
            try {
                long bytes = remove(each);
                database.change(
                        tx -> log.enter(tx, run, new Deleted(What.FILE, PurgePolicies.ALL, name(each), 0, bytes)));
            } catch (IOException e) {
                throw new CandelaException("purge.file", name(each) + " cannot be deleted; close what has it open", e);
            }
        }
    }

    private List<Path> older(List<Path> files, Duration age) throws CandelaException {
        Instant before = clock.instant().minus(age);
        List<Path> older = new ArrayList<>();
        for (Path file : files) {
            try {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    older.add(file);
                }
            } catch (NoSuchFileException e) {
                LOG.debug("{} went by itself", name(file));
            } catch (IOException e) {
                throw new CandelaException("purge.file", name(file) + " cannot be looked at", e);
            }
        }
        return older;
    }

    private static List<Path> in(Path folder, String prefix) throws CandelaException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> name(path).startsWith(prefix)).sorted().toList();
        } catch (IOException e) {
            throw new CandelaException("purge.file", name(folder) + " cannot be listed", e);
        }
    }

    /** What a folder holds before the folder itself; returns how many bytes went. */
    private static long remove(Path path) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        long bytes = 0;
        for (Path each : all) {
            bytes += Files.isRegularFile(each) ? Files.size(each) : 0;
            Files.deleteIfExists(each);
        }
        return bytes;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
