package org.candela.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.vault.file.SealedFileSystem;
import org.candela.vault.file.SealingKey;
import org.candela.vault.file.SealingKeys;

/**
 * Where the library's files lie, and how: the one place that knows. With a key store all that is written is sealed, in files and folders
 * whose names tell nothing; without one it is plain, named by UIDs. What lies plain is read either way. Paths from here are read and
 * written by {@link Files}, which opens what is sealed. Safe from any thread.
 */
// [impl->req~study.sealed~1]
public final class LibraryFiles {
    private static final String PLAIN = ".dcm";
    private static final int NAME_BYTES = 16;

    /** How new files are written. */
    private enum Writing {
        PLAIN,
        SEALED
    }

    private final AppPaths paths;
    private final SealingKeys keys;
    private final SealedFileSystem sealed;
    private final Writing writing;

    private LibraryFiles(AppPaths paths, SealingKeys keys, Writing writing, UnaryOperator<Path> moved) {
        this.paths = paths;
        this.keys = keys;
        this.sealed = new SealedFileSystem(paths.home(), keys, moved);
        this.writing = writing;
    }

    /** A library that no key store seals or ever sealed. */
    static LibraryFiles unsealed(AppPaths paths) {
        return plain(paths, () -> {
            throw new StudyException("study.sealed", "this file is sealed, and there is no key store that opens it");
        });
    }

    /** A library whose new files are plain; {@code keys} open those that are sealed all the same. */
    public static LibraryFiles plain(AppPaths paths, SealingKeys keys) {
        return new LibraryFiles(paths, keys, Writing.PLAIN, UnaryOperator.identity());
    }

    /**
     * A library whose new files are sealed.
     *
     * @param database tells where a file lies that was sealed since somebody learned of it
     */
    public static LibraryFiles sealed(AppPaths paths, SealingKeys keys, Database database) {
        Path studies = paths.studies();
        return new LibraryFiles(paths, keys, Writing.SEALED, path -> whereNow(path, studies, database)
                .orElse(path));
    }

    /** By the SOP Instance UID that names a plain file. */
    private static Optional<Path> whereNow(Path plain, Path studies, Database database) {
        Optional<Uid> object = objectOf(plain);
        if (object.isEmpty() || !plain.startsWith(studies)) {
            return Optional.empty();
        }
        try {
            return database.read(tx -> StudyRepository.fileOf(tx, object.orElseThrow()))
                    .map(studies::resolve);
        } catch (StoreException e) {
            return Optional.empty(); // then the file is missing, as it is
        }
    }

    /** The object that a plain file is named by. */
    static Optional<Uid> objectOf(Path plain) {
        String name = String.valueOf(plain.getFileName());
        String uid = name.endsWith(PLAIN) ? name.substring(0, name.length() - PLAIN.length()) : "";
        return Uid.isValid(uid) ? Optional.of(new Uid(uid)) : Optional.empty();
    }

    /** Whether new files are sealed. */
    public boolean isSealing() {
        return writing == Writing.SEALED;
    }

    /**
     * Refuses what could not be kept or read, before anything is begun.
     *
     * @throws CandelaException as {@code vault.locked}
     */
    // [impl->req~vault.files-locked~1]
    void requireOpen() throws CandelaException {
        if (isSealing()) {
            SealingKey unused = keys.key();
        }
    }

    /** Folder of files on their way in; need not be there. */
    public Path incoming() {
        return written(paths.incoming());
    }

    private Path written(Path onDisk) {
        return isSealing() ? sealed.at(onDisk) : onDisk;
    }

    /** A file by what its row says. */
    Path at(String relative) {
        Path onDisk = paths.studies().resolve(relative);
        return isSealing() || SealedFileSystem.isSealedName(String.valueOf(onDisk.getFileName()))
                ? sealed.at(onDisk)
                : onDisk;
    }

    /** What a row says of a file; the other way round. */
    String relative(Path file) {
        return paths.studies().relativize(SealedFileSystem.onDisk(file)).toString();
    }

    /** Where new files of a study are kept. */
    Path folderOf(Uid study) throws CandelaException {
        return written(paths.studies().resolve(isSealing() ? sealedName(study) : study.value()));
    }

    private String sealedName(Uid study) throws CandelaException {
        return keys.key().nameOf("study " + study.value());
    }

    /** All folders of the disk that hold files of a study. */
    List<Path> foldersOf(Uid study) throws CandelaException {
        List<Path> folders = new ArrayList<>(List.of(paths.studies().resolve(study.value())));
        if (isSealing()) {
            folders.add(paths.studies().resolve(sealedName(study)));
        }
        return folders.stream().filter(Files::exists).toList();
    }

    /**
     * What a copy of {@code source} is called while it comes in: as the source, which messages about it tell, or what it will stay
     * called, where nobody shall see a patient's name.
     */
    String incomingName(Path source) {
        if (!isSealing()) {
            return String.valueOf(source.getFileName());
        }
        byte[] name = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(name);
        return SealedFileSystem.nameOf(HexFormat.of().formatHex(name));
    }

    /** What a file that came in is called from now on. */
    String keptName(Path incoming, Uid object) {
        return isSealing() ? String.valueOf(incoming.getFileName()) : object + PLAIN;
    }

    /** Folder of all studies, on the disk. */
    Path studiesOnDisk() {
        return paths.studies();
    }

    /** Folder of what comes in, on the disk. */
    Path incomingOnDisk() {
        return paths.incoming();
    }

    /** Deletes a file of the disk; a sealed one without its head first, so that nothing opens what may be left of it. */
    // [impl->req~study.purge-sealed~1]
    static void erase(Path onDisk) throws IOException {
        SealedFileSystem.loseKey(onDisk);
        Files.deleteIfExists(onDisk);
    }
}
