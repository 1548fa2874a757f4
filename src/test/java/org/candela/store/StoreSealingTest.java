package org.candela.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSealingTest {
    private static final String NAME = "DOE^JANE";
    private static final int ROWS = 400;
    private static final Migration NOTES = Migration.of(
            "V900__notes.sql",
            "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; CREATE INDEX note_text ON note (text);");
    private static final StoreKey KEY = key(7);
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private static StoreKey key(int seed) {
        return new StoreKey(bytes(seed));
    }

    private static byte[] bytes(int seed) {
        byte[] key = new byte[32];
        IntStream.range(0, key.length).forEach(i -> key[i] = (byte) (seed * 31 + i));
        return key;
    }

    private static Database open(Path file, Optional<StoreKey> key) throws StoreException {
        return Database.open(file, key, new Migrations(List.of(first(), NOTES), Clock.systemUTC()));
    }

    private static Migration first() {
        return MigrationScripts.onClassPath().stream()
                .filter(migration -> migration.version() == 1)
                .findFirst()
                .orElseThrow();
    }

    private Path filled(Optional<StoreKey> key) throws StoreException {
        Path file = folder.resolve("test.db");
        try (Database database = open(file, key)) {
            fill(database);
        }
        return file;
    }

    private static void fill(Database database) throws StoreException {
        List<Object[]> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new Object[] {NAME + " " + i})
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

    private static boolean isInPlainText(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(NAME)) {
                    return true;
                }
            }
            return false;
        }
    }

    // [utest->req~store.sealed~1]
    @Test
    void nothingOfASealedStoreLiesInPlainTextWhileItIsOpenOrAfter() throws Exception {
        Path file = folder.resolve("test.db");
        try (Database database = open(file, Optional.of(KEY))) {
            fill(database);
            assertTrue(Files.size(folder.resolve("test.db-wal")) > 0);
            assertFalse(isInPlainText(folder));
        }

        assertFalse(isInPlainText(folder));
        assertEquals(StoreForm.SEALED, StoreForm.of(file));
        assertEquals(ROWS, count(file, Optional.of(KEY)));
    }

    // [utest->req~store.sealed~1]
    @Test
    void withoutTheKeyOrWithAnotherItDoesNotOpenAndNothingIsLost() throws Exception {
        Path file = folder.resolve("test.db");
        Path crashed = Files.createDirectories(folder.resolve("crashed"));
        try (Database database = open(file, Optional.of(KEY))) {
            fill(database);
            copy(folder, crashed); // as a kill leaves it: what was committed is in the journal alone
        }
        Path found = crashed.resolve("test.db");
        byte[] before = Files.readAllBytes(found);
        byte[] journal = Files.readAllBytes(crashed.resolve("test.db-wal"));

        assertEquals("store.wrong-key", code(() -> open(found, Optional.of(key(8)))));
        assertEquals("store.corrupt", code(() -> open(found, Optional.empty())));
        assertEquals(StoreForm.SEALED, StoreForm.of(found));

        assertTrue(Arrays.equals(before, Files.readAllBytes(found)));
        assertTrue(Arrays.equals(journal, Files.readAllBytes(crashed.resolve("test.db-wal"))));
        assertEquals(ROWS, count(found, Optional.of(KEY)));
    }

    // [utest->req~store.sealed~1]
    @Test
    void aChangedPageIsRefused() throws Exception {
        Path file = filled(Optional.of(KEY));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, PAGE + 100);
            one.flip().put(0, (byte) (one.get(0) ^ 1));
            channel.write(one, PAGE + 100);
        }

        assertEquals("store.corrupt", code(() -> open(file, Optional.of(KEY))));
    }

    // [utest->req~store.sealed~1]
    @Test
    void aPlaceWithAKeySealsWhatIsNewAndLeavesWhatIsPlain() throws Exception {
        StorePlace made = place(folder.resolve("new.db"));
        Database.open(made, Clock.systemUTC()).close();
        assertEquals(StoreForm.SEALED, made.form());
        Database.open(made, Clock.systemUTC()).close();

        StorePlace plain = place(folder.resolve("plain.db"));
        Database.open(plain.get(), Clock.systemUTC()).close();
        Database.open(plain, Clock.systemUTC()).close();
        assertEquals(StoreForm.PLAIN, plain.form());
    }

    private static StorePlace place(Path file) {
        return new StorePlace() {
            @Override
            public Path get() {
                return file;
            }

            @Override
            public Optional<StoreKey> key() {
                return Optional.of(KEY);
            }
        };
    }

    /** Read by the platform's ciphers alone, after the description of SQLCipher's design: any reader of that form can. */
    // [utest->req~store.sealed~1]
    @Test
    void theFirstPageIsWhatSqlCipherDescribes() throws Exception {
        byte[] page = Arrays.copyOf(Files.readAllBytes(filled(Optional.of(KEY))), PAGE);
        byte[] salt = Arrays.copyOf(page, 16);
        byte[] macSalt = new byte[16];
        IntStream.range(0, 16).forEach(i -> macSalt[i] = (byte) (salt[i] ^ 0x3a));
        int end = PAGE - 16 - 64; // behind the text lie 16 bytes of the vector and 64 of the HMAC

        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(pbkdf2(bytes(7), macSalt), "HmacSHA512"));
        mac.update(page, 16, end);
        mac.update(new byte[] {1, 0, 0, 0});
        assertTrue(Arrays.equals(mac.doFinal(), Arrays.copyOfRange(page, end + 16, PAGE)));

        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(bytes(7), "AES"),
                new IvParameterSpec(Arrays.copyOfRange(page, end, end + 16)));
        ByteBuffer plain = ByteBuffer.wrap(cipher.doFinal(page, 16, end - 16));
        assertEquals(PAGE, plain.getShort(0)); // the page size stands at offset 16 (sqlite.org/fileformat.html §1.3)
    }

    /** RFC 8018 with HMAC-SHA-512, two rounds, one block cut to 32 bytes; the platform's takes no keys that are no text. */
    private static byte[] pbkdf2(byte[] password, byte[] salt) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(password, "HmacSHA512"));
        mac.update(salt);
        byte[] first = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] second = mac.doFinal(first);
        byte[] key = new byte[32];
        IntStream.range(0, 32).forEach(i -> key[i] = (byte) (first[i] ^ second[i]));
        return key;
    }

    // [utest->req~store.converted~1]
    @Test
    void aPlainStoreIsSealedAndMadePlainAgainRowByRowTheSame() throws Exception {
        Path file = filled(Optional.empty());
        assertTrue(isInPlainText(folder));
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ)) {
            new StoreSealing().seal(file, KEY);

            ByteBuffer bytes = ByteBuffer.allocate((int) old.size());
            old.read(bytes, 0);
            assertFalse(new String(bytes.array(), StandardCharsets.ISO_8859_1).contains(NAME));
        }
        assertFalse(isInPlainText(folder));
        assertEquals(ROWS, count(file, Optional.of(KEY)));

        new StoreSealing().unseal(file, KEY);
        assertEquals(StoreForm.PLAIN, StoreForm.of(file));
        assertEquals(ROWS, count(file, Optional.empty()));
    }

    // [utest->req~store.converted~1]
    @Test
    void aStoreThatIsOpenIsNotConverted() throws Exception {
        Path file = filled(Optional.empty());
        try (Database database = open(file, Optional.empty())) {
            assertEquals("store.busy", code(() -> new StoreSealing().seal(file, KEY)));
            database.change(tx -> tx.update("INSERT INTO note (text) VALUES ('more')"));
        }
        assertEquals(ROWS + 1, count(file, Optional.empty()));
    }

    // [utest->req~store.converted~1]
    @Test
    void whereverItEndsTheStoreIsWholeInOneFormOrTheOther() throws Exception {
        Path file = filled(Optional.empty());
        Path snapshots = Files.createDirectories(folder.resolve("snapshots"));
        new StoreSealing(step -> copy(folder, Files.createDirectories(snapshots.resolve(step)))).seal(file, KEY);

        for (String step : List.of("locked", "written", "compared", "moved")) {
            Path found = snapshots.resolve(step).resolve("test.db");
            boolean isSealed = StoreForm.of(found) == StoreForm.SEALED;
            assertEquals(step.equals("moved"), isSealed, step);
            assertEquals(ROWS, count(found, isSealed ? Optional.of(KEY) : Optional.empty()), step);
            if (!isSealed) {
                new StoreSealing().seal(found, KEY); // whatever lies beside it
                assertEquals(ROWS, count(found, Optional.of(KEY)), step);
            }
        }
    }

    // [utest->req~store.converted~1]
    @Test
    void aConversionThatFailsLeavesTheStoreAsItWas() throws Exception {
        Path file = filled(Optional.empty());

        assertThrows(StoreException.class, () -> new StoreSealing(step -> {
                    if (step.equals("compared")) {
                        throw new IOException("the disk is full");
                    }
                })
                .seal(file, KEY));

        assertEquals(ROWS, count(file, Optional.empty()));
        assertFalse(Files.exists(folder.resolve("test.db.converting")));
    }

    /** By the system's own kill, in another program, at the moment that it tells of. */
    // [utest->req~store.converted~1]
    @ParameterizedTest
    @ValueSource(strings = {"written", "moved"})
    void aKillWhileItIsSealedLosesNothing(String step) throws Exception {
        Path file = filled(Optional.empty());
        Process sealing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sealer.class.getName(),
                        file.toString(),
                        step)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(sealing.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals(step, lines.readLine());
        } finally {
            sealing.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        boolean isSealed = StoreForm.of(file) == StoreForm.SEALED;
        assertEquals(step.equals("moved"), isSealed);
        assertEquals(ROWS, count(file, isSealed ? Optional.of(KEY) : Optional.empty()));
    }

    /** Runs in the other JVM: stops at a step until it is killed. */
    static final class Sealer {
        private Sealer() {}

        public static void main(String[] args) throws Exception {
            new StoreSealing(step -> {
                        if (step.equals(args[1])) {
                            System.out.println(step);
                            System.in.read();
                        }
                    })
                    .seal(Path.of(args[0]), KEY);
        }
    }

    private interface Attempt {
        AutoCloseable run() throws Exception;
    }

    private interface Conversion {
        void run() throws StoreException;
    }

    private static String code(Attempt attempt) {
        return assertThrows(StoreException.class, () -> attempt.run().close()).code();
    }

    private static String code(Conversion conversion) {
        return assertThrows(StoreException.class, conversion::run).code();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
