package org.candela.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears away what a killed program left in the library: plain files whose sealed ones are listed, and, once they are a day old, files that
 * no row names and what never came in whole. What is younger may be somebody's who is at work. Blocks on the disk.
 */
// [impl->req~study.sealing~1]
public final class LibrarySweep {
    private static final Logger LOG = LoggerFactory.getLogger(LibrarySweep.class);
    private static final Duration OLD = Duration.ofDays(1);
    /** Kills leave this many; more, and more than are listed, belong to another store than the one that is here. */
    private static final int FEW = 100;
    /** What comes in is called so: by us, by DICOMweb, by DIMSE, and what goes out. */
    private static final List<String> PASSING =
            List.of(IncomingFile.PREFIX, "web-", ".receiving-", "arrived-", "outgoing-");

    private final Database database;
    private final LibraryFiles files;
    private final Clock clock;

    public LibrarySweep(Database database, LibraryFiles files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    /** How many files were cleared away. */
    public int run() throws StoreException, StudyException {
        try {
            int count = sweepStudies() + sweepIncoming();
            if (count > 0) {
                LOG.info("{} files were cleared away that nobody needs any more", count);
            }
            return count;
        } catch (IOException e) {
            throw new StudyException(
                    StudyException.DISK,
                    "the library cannot be looked through: " + e.getClass().getSimpleName(),
                    e);
        }
    }

    private int sweepStudies() throws IOException, StoreException {
        List<Path> all = filesBelow(files.studiesOnDisk()); // before the rows: what is admitted meanwhile is not seen
        Set<String> listed = database.read(SealingRepository::files);
        List<Path> unlisted = all.stream()
                .filter(file ->
                        !listed.contains(files.studiesOnDisk().relativize(file).toString()))
                .toList();
        boolean isAnotherStore = unlisted.size() > listed.size() + FEW;
        int count = 0;
        for (Path file : unlisted) {
            if (isSealedElsewhere(file) || (!isAnotherStore && isOld(file))) {
                LibraryFiles.erase(file);
                LibrarySealing.deletePlain(file); // with its folder
                count++;
            }
        }
        if (isAnotherStore) {
            LOG.warn(
                    "{} files of the library are in no row, and {} are: is this its store? [study.unlisted]",
                    unlisted.size(),
                    listed.size());
        }
        return count;
    }

    /** A plain file whose object lies sealed. */
    private boolean isSealedElsewhere(Path file) throws StoreException {
        Optional<Uid> object = LibraryFiles.objectOf(file);
        if (object.isEmpty()) {
            return false;
        }
        Optional<String> listed = database.read(tx -> StudyRepository.fileOf(tx, object.orElseThrow()));
        return listed.filter(now -> Files.exists(files.studiesOnDisk().resolve(now)))
                .isPresent();
    }

    private int sweepIncoming() throws IOException {
        int count = 0;
        for (Path file : filesBelow(files.incomingOnDisk())) {
            String first =
                    String.valueOf(files.incomingOnDisk().relativize(file).getName(0));
            boolean isPassing = PASSING.stream().anyMatch(first::startsWith)
                    || LibraryFiles.objectOf(file).isPresent();
            if (isPassing && isOld(file)) {
                LibraryFiles.erase(file);
                if (first.startsWith(IncomingFile.PREFIX)) {
                    LibrarySealing.deletePlain(file); // with its folder
                }
                count++;
            }
        }
        return count;
    }

    private boolean isOld(Path file) throws IOException {
        FileTime last = Files.getLastModifiedTime(file);
        return last.toInstant().isBefore(clock.instant().minus(OLD));
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
