package org.candela.app;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.readiness.ImagesEncryptionCheck;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.LibraryFiles;
import org.candela.study.LibrarySealing;
import org.candela.vault.file.SealedFileSystem;
import org.candela.vault.file.SealingKey;

/** The images of this workstation: sealed where there is a key store, under a key that is made of its. */
record HomeImages(Config config) {

    LibraryFiles files(Database database) {
        AppPaths paths = config.paths();
        return config.door().exists()
                ? LibraryFiles.sealed(paths, this::key, database)
                : LibraryFiles.plain(paths, this::key);
    }

    /** Folder of what passes through without coming into the library, as objects that are sent or a link is measured with. */
    Path incoming() {
        Path onDisk = config.paths().incoming();
        return config.door().exists()
                ? new SealedFileSystem(config.paths().home(), this::key, UnaryOperator.identity()).at(onDisk)
                : onDisk;
    }

    private SealingKey key() throws CandelaException {
        if (!config.door().exists()) {
            throw new CandelaException(
                    "images.no-vault",
                    "images here are sealed, and their key store vault.key is not there; take it from a backup");
        }
        return SealingKey.of(config.door().key());
    }

    /** How the images of a house lie on the disk. */
    static ImagesEncryptionCheck.Standing standing(House house) throws StoreException {
        LibrarySealing.Progress now = LibrarySealing.progress(house.base().database());
        return new ImagesEncryptionCheck.Standing(house.library().files().isSealing(), now.plain(), now.all());
    }
}
