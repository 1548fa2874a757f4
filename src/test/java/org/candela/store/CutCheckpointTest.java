package org.candela.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that ended while pages went from its journal into it. */
class CutCheckpointTest {
    private static final int ROWS = 400;
    private static final int PAGE = 4096;
    private static final Migration NOTES =
            Migration.of("V900__notes.sql", "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
    private static final StoreKey KEY = key(7);

    @TempDir
    private Path folder;

    private static StoreKey key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return new StoreKey(key);
    }

    private static Database open(Path file, Optional<StoreKey> key) throws StoreException {
        Migration first = MigrationScripts.onClassPath().stream()
                .filter(migration -> migration.version() == 1)
                .findFirst()
                .orElseThrow();
        return Database.open(file, key, new Migrations(List.of(first, NOTES), Clock.systemUTC()));
    }

    private static void fill(Database database) throws StoreException {
        List<Object[]> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new Object[] {"A long enough note " + i})
                .toList();
        int[] changed = database.write(tx -> tx.updateEach("INSERT INTO note (text) VALUES (?)", rows));
        assertEquals(ROWS, changed.length);
    }

    private static long count(Path file, Optional<StoreKey> key) throws StoreException {
        try (Database database = open(file, key)) {
            return database.read(tx -> tx.one("SELECT count(*) AS n FROM note", row -> row.longValue("n")))
                    .orElseThrow();
        }
    }

    /** Ends while pages go from the journal into the database, the first of them already. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAKillWithinACheckpointLeftIsOpened(boolean isSealed) throws Exception {
        Optional<StoreKey> key = Optional.of(KEY).filter(k -> isSealed);
        Path left = leftAmidACheckpoint(key, PAGE);

        assertEquals(2 * ROWS, count(left, key));
    }

    /** A sector of the first page is new, the others are old: the journal has all of it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAPowerCutWithinTheFirstPageLeftIsOpened(boolean isSealed) throws Exception {
        Optional<StoreKey> key = Optional.of(KEY).filter(k -> isSealed);
        Path left = leftAmidACheckpoint(key, PAGE / 8);

        assertEquals(2 * ROWS, count(left, key));
        try (Stream<Path> files = Files.list(left.getParent())) {
            assertEquals(List.of(left), files.toList());
        }
    }

    /** And under another key nothing of it is touched. */
    @Test
    void aJournalUnderAnotherKeyIsLeftAlone() throws Exception {
        Path left = leftAmidACheckpoint(Optional.of(KEY), PAGE / 8);
        byte[] journal = Files.readAllBytes(journal(left));

        assertThrows(StoreException.class, () -> open(left, Optional.of(key(8))).close());

        assertArrayEquals(journal, Files.readAllBytes(journal(left)));
        assertEquals(2 * ROWS, count(left, Optional.of(KEY)));
    }

    /** The database as it was, but for the first bytes, which are as they became; and the journal between the two. */
    private Path leftAmidACheckpoint(Optional<StoreKey> key, int firstBytes) throws Exception {
        Path file = folder.resolve("test.db");
        try (Database database = open(file, key)) {
            fill(database);
        }
        Path left = Files.createDirectory(folder.resolve("left")).resolve("left.db");
        try (Database database = open(file, key)) {
            Files.copy(file, left);
            fill(database);
            Files.copy(journal(file), journal(left));
        }
        byte[] first = Arrays.copyOf(Files.readAllBytes(file), firstBytes);
        try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(first), 0);
        }
        return left;
    }

    private static Path journal(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }
}
