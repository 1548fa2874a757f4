package org.candela.app;

import java.nio.file.Path;
import java.util.Optional;
import org.candela.base.AppPaths;
import org.candela.cli.QaHome;
import org.candela.store.StoreException;
import org.candela.store.StoreForm;
import org.candela.store.StoreKey;
import org.candela.store.StorePlace;
import org.candela.vault.VaultDoor;
import org.candela.vault.VaultException;

/** The store of this workstation, sealed under a key that is made of the key store's. */
// [impl->req~store.sealed~1]
record HomeStore(Path file, VaultDoor door) implements StorePlace {
    private static final String PURPOSE = "candela store 1";

    @Override
    public Path get() {
        return file;
    }

    @Override
    public Optional<StoreKey> key() throws StoreException {
        if (door.exists()) {
            return Optional.of(sealing());
        }
        if (form() == StoreForm.SEALED) {
            throw new StoreException(
                    "store.no-vault",
                    file
                            + " is sealed or damaged, and its key store vault.key is not beside it; take both from a backup");
        }
        return Optional.empty();
    }

    /** What it is, or would be, sealed under. */
    StoreKey sealing() throws StoreException {
        try {
            return new StoreKey(door.key().derive(PURPOSE));
        } catch (VaultException e) {
            throw new StoreException(e.code(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The same for the commands of the display QA. */
    static QaHome of(Config config) {
        return new QaHome() {
            @Override
            public AppPaths get() {
                return config.paths();
            }

            @Override
            public StorePlace store() {
                return config.store();
            }
        };
    }
}
