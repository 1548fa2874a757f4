package org.candela.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:30:00Z"), ZoneOffset.UTC);
    private static final Migration NOTES =
            Migration.of("V900__notes.sql", "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;");

    @TempDir
    private Path folder;

    @Test
    void aWriteThatThrowsChangesNothing() throws Exception {
        try (Database database = open(NOTES)) {
            database.change(tx -> tx.update("INSERT INTO note (text) VALUES (?)", "kept"));

            assertThrows(
                    IllegalStateException.class,
                    () -> database.change(tx -> {
                        tx.update("INSERT INTO note (text) VALUES (?)", "lost");
                        throw new IllegalStateException("in the middle");
                    }));

            assertEquals(List.of("kept"), notes(database));
        }
    }

    @Test
    void whatIsToFollowACommitRunsAfterItAndNeverAfterARollBack() throws Exception {
        try (Database database = open(NOTES)) {
            List<List<String>> seen = new ArrayList<>();
            database.change(tx -> {
                tx.afterCommit(() -> seen.add(notesOf(database)));
                tx.update("INSERT INTO note (text) VALUES (?)", "kept");
                assertEquals(List.of(), seen);
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> database.change(tx -> {
                        tx.afterCommit(() -> seen.add(List.of("never")));
                        throw new IllegalStateException("in the middle");
                    }));

            assertEquals(List.of(List.of("kept")), seen);
        }
    }

    private static List<String> notesOf(Database database) {
        try {
            return notes(database);
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void manyRowsOfOneStatementAreAllWrittenAndCounted() throws Exception {
        try (Database database = open(NOTES)) {
            int[] changed = database.write(tx -> tx.updateEach(
                    "INSERT INTO note (id, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    List.of(new Object[] {1, "a"}, new Object[] {1, "b"}, new Object[] {2, "c"})));

            assertArrayEquals(new int[] {1, 0, 1}, changed);
            assertEquals(List.of("a", "c"), notes(database));
        }
    }

    @Test
    void aReadCannotWrite() throws Exception {
        try (Database database = open(NOTES)) {
            StoreException refused = assertThrows(
                    StoreException.class,
                    () -> database.read(tx -> tx.update("INSERT INTO note (text) VALUES (?)", "sneaked in")));

            assertEquals("store.read-only", refused.code());
        }
    }

    @Test
    void aTransactionIsOverWhenItsWorkReturns() throws Exception {
        try (Database database = open(NOTES)) {
            Tx leaked = database.write(tx -> tx);

            assertThrows(IllegalStateException.class, () -> leaked.update("DELETE FROM note"));
        }
    }

    // [utest->req~store.migrations~1]
    @Test
    void aFileIsCopiedBeforeItIsMigrated() throws Exception {
        open(NOTES).close();

        open(NOTES, Migration.of("V901__more.sql", "CREATE TABLE more (id INTEGER);"))
                .close();

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("test.db.before-migration-20261124T013000Z.bak"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".bak"))
                            .toList());
        }
    }

    // [utest->req~store.migrations~1]
    @Test
    void newerChangedAndForeignFilesAreRefused() throws Exception {
        open(NOTES).close();

        assertEquals("store.newer", codeOfOpening());
        assertEquals("store.migration-changed", codeOfOpening(Migration.of("V900__notes.sql", "CREATE TABLE x (y);")));

        Files.writeString(folder.resolve("test.db"), "this is a letter, and a long one at that ".repeat(100));
        assertEquals("store.corrupt", codeOfOpening(NOTES));
    }

    // [utest->req~store.migrations~1]
    @Test
    void aMigrationThatFailsLeavesTheFileAsItWas() throws Exception {
        open(NOTES).close();
        Migration broken = Migration.of("V901__broken.sql", "CREATE TABLE half (id INTEGER); CREATE TABEL typo;");

        assertThrows(StoreException.class, () -> open(NOTES, broken));

        try (Database database = open(NOTES)) {
            assertEquals(
                    List.of(),
                    database.read(tx ->
                            tx.query("SELECT name FROM sqlite_master WHERE name = 'half'", row -> row.string("name"))));
        }
    }

    @Test
    void theShippedSchemaIsFoundOnTheClassPath() throws Exception {
        try (Database database = Database.open(folder.resolve("real.db"), CLOCK)) {
            assertTrue(database.read(tx -> tx.query("SELECT version FROM migration", row -> row.intValue("version")))
                    .containsAll(List.of(1, 10, 20)));
        }
    }

    /** Another JVM commits rows and tells of each; killed without warning, all it told of are there, and none is half. */
    // [utest->req~store.durable~1]
    @Test
    void whatWasCommittedSurvivesAKill() throws Exception {
        Path file = folder.resolve("killed.db");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            while (told.size() < 25) {
                told.add(String.valueOf(lines.readLine()));
            }
        } finally {
            writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        try (Database database = Database.open(file, new Migrations(List.of(NOTES, first()), CLOCK))) {
            List<String> kept = notes(database);
            assertTrue(kept.containsAll(told), kept.size() + " kept of " + told.size());
            assertEquals(
                    kept.size(),
                    database.read(tx -> tx.one("SELECT count(DISTINCT text) AS n FROM note", row -> row.intValue("n")))
                            .orElseThrow());
        }
    }

    /** Runs in the other JVM. */
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] args) throws StoreException {
            Database database = Database.open(Path.of(args[0]), new Migrations(List.of(NOTES, first()), CLOCK));
            for (int i = 0; ; i++) {
                String text = "row " + i;
                database.change(tx -> tx.update("INSERT INTO note (text) VALUES (?)", text));
                System.out.println(text);
            }
        }
    }

    private String codeOfOpening(Migration... migrations) {
        return assertThrows(StoreException.class, () -> open(migrations)).code();
    }

    private Database open(Migration... migrations) throws StoreException {
        List<Migration> all = new ArrayList<>(List.of(migrations));
        all.add(first());
        return Database.open(folder.resolve("test.db"), new Migrations(all, CLOCK));
    }

    private static Migration first() {
        return MigrationScripts.onClassPath().stream()
                .filter(migration -> migration.version() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> notes(Database database) throws StoreException {
        return database.read(tx -> tx.query("SELECT text FROM note ORDER BY id", row -> row.string("text")));
    }
}
