package org.candela.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** How a database lies on the disk. */
public enum StoreForm {
    /** There is none yet. */
    ABSENT,
    /** Whoever has the file can read it. */
    PLAIN,
    /** Sealed under a key; or damaged so that its first page is no database's. */
    SEALED;

    /** Looks at the first page, through SQLite: whoever opens and closes the file beside it takes SQLite's locks away (POSIX). */
    public static StoreForm of(Path file) throws StoreException {
        if (isAbsent(file)) {
            return ABSENT;
        }
        return FirstPage.isReadableAlone(file, Optional.empty()) ? PLAIN : SEALED;
    }

    static boolean isAbsent(Path file) throws StoreException {
        try {
            return Files.size(file) == 0;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw new StoreException("store.cannot-open", file + ": the file cannot be read", e);
        }
    }
}
