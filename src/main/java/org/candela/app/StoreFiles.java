package org.candela.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.store.StoreException;
import org.candela.store.StoreForm;
import org.candela.store.StoreKey;
import org.candela.store.StoreSealing;

/** The store and the copies that were made of it before it was migrated: sealed, or made plain again, one after the other. */
// [impl->req~store.converted~1]
record StoreFiles(HomeStore store) {
    /** Seals what is plain; returns how many older copies that were. */
    int seal() throws CandelaException {
        StoreKey key = store.sealing();
        StoreSealing sealing = new StoreSealing();
        if (store.form() == StoreForm.PLAIN) {
            sealing.seal(store.file(), key);
        }
        int count = 0;
        for (Path copy : copies()) {
            if (StoreForm.of(copy) == StoreForm.PLAIN) {
                sealing.seal(copy, key);
                count++;
            }
        }
        return count;
    }

    /** Makes the store plain; older copies stay as they are. */
    void unseal() throws CandelaException {
        if (store.form() == StoreForm.SEALED) {
            new StoreSealing().unseal(store.file(), store.sealing());
        }
    }

    private List<Path> copies() throws StoreException {
        Path folder = store.file().resolveSibling("");
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, store.file().getFileName() + ".before-migration-*.bak")) {
            files.forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new StoreException("store.io", folder + ": cannot be listed", e);
        }
    }
}
