package org.candela.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * Whether a key opens a database, tried on its first page without touching the database: under another key the write-ahead
 * journal of a program that was killed reads as empty, and SQLite would delete it.
 *
 * <p>Who was killed while SQLite moved pages from the journal into the database left a first page that speaks of pages which
 * are not there yet, and who lost the mains may have left half of one. Neither is damage: the journal has both whole.
 */
final class FirstPage {
    private static final int LOOKS = 3;

    private static final int PAGE_SIZE_AT = 8;
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int SMALLEST_PAGE = 512;
    private static final int LARGEST_PAGE = 65536;

    private FirstPage() {}

    /** As it lies in the database or in its journal. */
    static boolean isReadable(Path file, Optional<StoreKey> key) throws StoreException {
        return isReadableAlone(file, key) || isInJournal(file, key);
    }

    /** As it lies in the database; once more where another program may just have been writing that page. */
    static boolean isReadableAlone(Path file, Optional<StoreKey> key) throws StoreException {
        for (int look = 1; look < LOOKS; look++) {
            if (looksReadable(file, key)) {
                return true;
            }
        }
        return looksReadable(file, key);
    }

    /**
     * The first page that lies in the journal, in a file of its own: the database is not opened, whose locks would be lost
     * with the next close. Layout of the journal: https://www.sqlite.org/fileformat2.html#walformat
     */
    private static boolean isInJournal(Path file, Optional<StoreKey> key) throws StoreException {
        Path journal = file.resolveSibling(file.getFileName() + "-wal");
        try {
            Optional<byte[]> page = firstPageOf(journal);
            if (page.isEmpty()) {
                return false;
            }
            Path alone = Files.createTempFile(file.toAbsolutePath().getParent(), "first-page", ".db");
            try {
                Files.write(alone, page.get());
                return looksReadable(alone, key);
            } finally {
                Files.delete(alone);
            }
        } catch (IOException e) {
            throw new StoreException("store.cannot-open", journal + ": the journal of the database cannot be read", e);
        }
    }

    private static Optional<byte[]> firstPageOf(Path journal) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(journal)))) {
            in.skipNBytes(PAGE_SIZE_AT);
            int size = in.readInt();
            if (size < SMALLEST_PAGE || size > LARGEST_PAGE) {
                return Optional.empty();
            }
            in.skipNBytes(HEADER_BYTES - PAGE_SIZE_AT - Integer.BYTES);
            while (in.readInt() != 1) {
                in.skipNBytes(FRAME_HEADER_BYTES - Integer.BYTES + size);
            }
            in.skipNBytes(FRAME_HEADER_BYTES - Integer.BYTES);
            byte[] page = in.readNBytes(size);
            return Optional.of(page).filter(whole -> whole.length == size);
        } catch (NoSuchFileException | EOFException e) {
            return Optional.empty();
        }
    }

    private static boolean looksReadable(Path file, Optional<StoreKey> key) throws StoreException {
        SQLiteConfig config = key.map(StoreKey::config).orElseGet(SQLiteConfig::new);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("PRAGMA schema_version")) {
            return results.next();
        } catch (SQLException e) {
            int code = e.getErrorCode() & 0xFF;
            if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
                return false;
            }
            if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
                return true; // a database's first page under this key, which speaks of more pages than the file has
            }
            throw StoreException.of("opening " + file, e);
        }
    }
}
