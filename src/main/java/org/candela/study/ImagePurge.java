package org.candela.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Deletes images of studies that nothing happened to for longer than their facility wants, with their rows: no image came, no
 * report was signed, nobody looked. Reports, audit and all else stay. Only
 * where somebody said how long: no facility's images go by themselves. Killed at any point, the next run ends what was begun.
 * Blocks on the disk.
 */
// [impl->req~study.purge~1]
public final class ImagePurge {
    private static final int MOST_DAYS = 3650;
    private static final String GOING = "purge-";
    private static final String ACTOR = "purge";

    private final Database database;
    private final AuditLog audit;
    private final LibraryFiles files;
    private final Clock clock;
    private final Companion companion;

    public ImagePurge(Database database, AuditLog audit, LibraryFiles files, Clock clock) {
        this(database, audit, files, clock, ALONE);
    }

    private ImagePurge(Database database, AuditLog audit, LibraryFiles files, Clock clock, Companion companion) {
        this.companion = companion;
        this.database = database;
        this.audit = audit;
        this.files = files;
        this.clock = clock;
    }

    /**
     * A study whose images may go.
     *
     * @param touched when its last image came, its report was signed, or it was looked at
     */
    public record Due(Uid study, FacilityId facility, Instant touched, long bytes) {}

    /** What goes along with the images of a study, and whether they still may. */
    public interface Companion {
        /** Asked right before its images go: whether somebody took it up since it was found due. */
        boolean isTaken(Uid study) throws CandelaException;

        /** Within the transaction that deletes the rows, while they are there. */
        void goes(Tx tx, Due due) throws StoreException;
    }

    /** Nothing goes along. */
    static final Companion ALONE = new Companion() {
        @Override
        public boolean isTaken(Uid study) {
            return false;
        }

        @Override
        public void goes(Tx tx, Due due) {}
    };

    /** The same, with what goes along. */
    public ImagePurge with(Companion other) {
        return new ImagePurge(database, audit, files, clock, other);
    }

    /** Sets for how many days images of a facility stay after the last thing that happened to their study. */
    public void keepFor(FacilityId facility, int days) throws CandelaException {
        if (days < 1 || days > MOST_DAYS) {
            throw new StudyException("study.days", "images are kept for 1 to " + MOST_DAYS + " days, not " + days);
        }
        database.change(tx -> {
            PurgeRepository.keepFor(tx, facility, days);
            audit.append(
                    tx,
                    new AuditEvent(
                            clock.instant(),
                            ACTOR,
                            AuditAction.FACILITY_CHANGED,
                            facility.value(),
                            Map.of("imageDays", Integer.toString(days))));
        });
    }

    /** How many days images of each facility stay; one that is not there keeps them. */
    public Map<FacilityId, Integer> policies() throws StoreException {
        return database.read(PurgeRepository::policies);
    }

    /** What may go now, the oldest first; {@code held} stays, as what is claimed or written about. */
    public List<Due> due(Set<Uid> held) throws CandelaException {
        List<Due> due = new ArrayList<>();
        for (PurgeRepository.Old old : database.read(tx -> PurgeRepository.olderThanLet(tx, clock.instant()))) {
            if (!held.contains(old.study())) {
                due.add(weighed(old));
            }
        }
        return due;
    }

    /** All studies of a facility, whatever their age. */
    public List<Due> all(FacilityId facility) throws CandelaException {
        List<Due> due = new ArrayList<>();
        for (PurgeRepository.Old old : database.read(tx -> PurgeRepository.all(tx, facility))) {
            due.add(weighed(old));
        }
        return due;
    }

    private Due weighed(PurgeRepository.Old old) throws CandelaException {
        return new Due(old.study(), old.facility(), old.touched(), bytes(files.foldersOf(old.study())));
    }

    /** Deletes these, one after the other, until cancelled; {@code told} hears of each that is gone. */
    public void run(List<Due> due, Cancellation cancellation, Consumer<Due> told) throws CandelaException {
        try {
            endWhatWasBegun();
            for (Due each : due) {
                if (cancellation.isRequested()) {
                    return;
                }
                if (!companion.isTaken(each.study())) {
                    delete(each);
                    told.accept(each);
                }
            }
        } catch (IOException e) {
            throw new StudyException(
                    StudyException.DISK,
                    "images cannot be deleted: " + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** Out of sight first, then out of the list, then off the disk. */
    private void delete(Due due) throws IOException, CandelaException {
        List<Path> going = new ArrayList<>();
        for (Path folder : files.foldersOf(due.study())) {
            Files.createDirectories(files.incomingOnDisk());
            Path hidden = files.incomingOnDisk().resolve(GOING + folder.getFileName());
            Files.move(folder, hidden, StandardCopyOption.ATOMIC_MOVE);
            going.add(hidden);
        }
        database.change(tx -> {
            companion.goes(tx, due);
            PurgeRepository.delete(tx, due.study());
            audit.append(
                    tx,
                    new AuditEvent(
                            clock.instant(),
                            ACTOR,
                            AuditAction.STUDY_DELETED,
                            "study:" + UidHash.of(due.study()),
                            Map.of("facility", due.facility().value(), "reason", "policy")));
        });
        for (Path hidden : going) {
            remove(hidden);
        }
    }

    private void endWhatWasBegun() throws IOException {
        if (!Files.isDirectory(files.incomingOnDisk())) {
            return;
        }
        List<Path> left;
        try (Stream<Path> all = Files.list(files.incomingOnDisk())) {
            left = all.filter(path -> String.valueOf(path.getFileName()).startsWith(GOING))
                    .toList();
        }
        for (Path each : left) {
            remove(each);
        }
    }

    private static long bytes(List<Path> folders) throws CandelaException {
        long bytes = 0;
        try {
            for (Path folder : folders) {
                for (Path file : innermostFirst(folder)) {
                    bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
                }
            }
            return bytes;
        } catch (IOException e) {
            throw new StudyException(StudyException.DISK, "images cannot be listed", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path file : innermostFirst(folder)) {
            LibraryFiles.erase(file);
        }
    }

    /** What a folder holds before the folder itself; nothing where there is none. */
    private static List<Path> innermostFirst(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
