package org.candela.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.vault.file.SealedFileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what came here before there was a key store, one object after the other. For each: a sealed copy is written beside and forced to
 * the disk, read back and compared with the hash of what was admitted, moved into its folder; its row names it; then the plain file
 * is deleted. Killed at any point, the file that the row names is whole, and the next run clears away the other. Who has
 * the plain file open reads on in it, and who learned of it finds the sealed one. Any thread, one at a time; blocks on the disk.
 */
// [impl->req~study.sealing~1]
public final class LibrarySealing {
    private static final Logger LOG = LoggerFactory.getLogger(LibrarySealing.class);
    private static final int BATCH = 200;

    private final Database database;
    private final LibraryFiles files;
    private final StudyRepository repository;
    private final Steps steps;
    private String after = "";
    private int failed;

    /** How far it is. */
    public record Progress(long plain, long all, int failed) {}

    /** What is called between steps: tests stop there. */
    @FunctionalInterface
    interface Steps {
        void reached(String step) throws IOException;
    }

    public LibrarySealing(Database database, LibraryFiles files) {
        this(database, files, step -> {});
    }

    LibrarySealing(Database database, LibraryFiles files, Steps steps) {
        this.database = database;
        this.files = files;
        this.repository = new StudyRepository(files);
        this.steps = steps;
    }

    /** What lies plain, of all that is here. */
    public static Progress progress(Database database) throws StoreException {
        SealingRepository.Count count = database.read(SealingRepository::count);
        return new Progress(count.plain(), count.all(), 0);
    }

    /** The same with what could not be sealed since this was made. */
    public Progress progress() throws StoreException {
        Progress now = progress(database);
        return new Progress(now.plain(), now.all(), failed);
    }

    /**
     * Seals objects until {@code enough} says so or none is left that was not tried; whether some are.
     *
     * @throws CandelaException as {@code vault.locked}; a single object that cannot be sealed is logged and left as it is
     */
    public boolean seal(Enough enough) throws CandelaException {
        if (!files.isSealing()) {
            return false;
        }
        files.requireOpen();
        while (true) {
            List<SealingRepository.Lying> batch = database.read(tx -> SealingRepository.plain(tx, after, BATCH));
            for (SealingRepository.Lying each : batch) {
                if (enough.isReached()) {
                    return true;
                }
                sealOrNote(each);
                after = each.object().value();
            }
            if (batch.size() < BATCH) {
                return false;
            }
        }
    }

    /** When to leave off. */
    @FunctionalInterface
    public interface Enough {
        /** Looked at before each object. */
        boolean isReached();
    }

    private void sealOrNote(SealingRepository.Lying lying) throws CandelaException {
        try {
            seal(lying);
        } catch (IOException | StudyException e) {
            failed++;
            LOG.warn(
                    "object {} lies plain and could not be sealed [{}]",
                    UidHash.of(lying.object()),
                    e.getClass().getSimpleName());
        }
    }

    private void seal(SealingRepository.Lying lying) throws IOException, CandelaException {
        Path plain = files.at(lying.file());
        try (IncomingFile copy = IncomingFile.copyOf(plain, files)) {
            steps.reached("written");
            requireSame(lying, copy);
            steps.reached("compared");
            Path sealed = copy.moveTo(files.folderOf(lying.study()), files.keptName(copy.path(), lying.object()));
            steps.reached("moved");
            int rows = database.write(tx -> repository.moveFile(tx, lying.object(), plain, sealed));
            if (rows == 0) { // it went meanwhile
                LibraryFiles.erase(SealedFileSystem.onDisk(sealed));
                deletePlain(SealedFileSystem.onDisk(sealed)); // with its folder
                return;
            }
            steps.reached("recorded");
        }
        deletePlain(SealedFileSystem.onDisk(plain));
        steps.reached("deleted");
    }

    /** As it was admitted, both what was read and what lies sealed now. */
    private static void requireSame(SealingRepository.Lying lying, IncomingFile copy)
            throws IOException, StudyException {
        MessageDigest digest = Sha256.digest();
        try (InputStream back = new DigestInputStream(Files.newInputStream(copy.path()), digest)) {
            back.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String read = HexFormat.of().formatHex(digest.digest());
        if (!read.equals(copy.sha256()) || !read.equals(lying.sha256())) {
            throw new StudyException(
                    "study.changed-on-disk",
                    "object " + UidHash.of(lying.object())
                            + " is not what was admitted; delete its study and bring it again");
        }
    }

    /** And its folder, once it is empty. Who has it open reads on. */
    static void deletePlain(Path onDisk) throws IOException {
        Files.deleteIfExists(onDisk);
        try {
            Files.deleteIfExists(onDisk.resolveSibling(""));
        } catch (DirectoryNotEmptyException e) {
            LOG.trace("more files are in the folder");
        }
    }
}
