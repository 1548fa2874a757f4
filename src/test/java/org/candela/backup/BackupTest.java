package org.candela.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreForm;
import org.candela.store.StoreKey;
import org.candela.store.StorePlace;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:30:00Z"), ZoneOffset.UTC);
    private static final String NAME = "DOE^JANE";
    private static final Optional<BackupKey> KEY = key(1);

    @TempDir
    private Path folder;

    private Path home;
    private Path to;

    private static Optional<BackupKey> key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Optional.of(new BackupKey(new StoreKey(bytes), bytes));
    }

    private static Database open(Path home, Optional<BackupKey> key) throws CandelaException {
        return Database.open(
                new StorePlace() {
                    @Override
                    public Path get() {
                        return home.resolve("candela.db");
                    }

                    @Override
                    public Optional<StoreKey> key() {
                        return key.map(BackupKey::store);
                    }
                },
                CLOCK);
    }

    @BeforeEach
    void aHomeWithAFacilityASecretAndAnImage() throws Exception {
        home = folder.resolve("home");
        to = folder.resolve("disk");
        Files.createDirectories(home.resolve("secrets"));
        Files.createDirectories(home.resolve("studies/1"));
        Files.writeString(home.resolve("secrets/north.password"), "sealed already");
        Files.writeString(home.resolve("studies/1/image.dcm"), "pixels");
        try (Database database = open(home, KEY)) {
            add(database, "north");
        }
    }

    private static void add(Database database, String id) throws CandelaException {
        new Facilities(database, new AuditLog(), CLOCK)
                .add(Facility.of(new FacilityId(id), NAME, URI.create("http://localhost:1")));
    }

    private static List<String> facilities(Path home, Optional<BackupKey> key) throws CandelaException {
        try (Database database = open(home, key)) {
            assertTrue(AuditVerifier.verify(database).isIntact());
            return new Facilities(database, new AuditLog(), CLOCK)
                    .list().stream().map(facility -> facility.id().value()).toList();
        }
    }

    private Path backup() throws CandelaException {
        try (Database database = open(home, KEY)) {
            return new BackupWriter(home, CLOCK).write(database, KEY, to, BackupScope.WITHOUT_IMAGES);
        }
    }

    private Restore restore() {
        return new Restore(home, CLOCK);
    }

    private static String code(Executable attempt) {
        return assertThrows(CandelaException.class, attempt::run).code();
    }

    private interface Executable {
        void run() throws Exception;
    }

    /** Path and hash of every file. */
    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(
                        folder.relativize(file).toString(),
                        Sha256.hex(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        return content;
    }

    // [utest->req~backup.restored~1]
    @Test
    void whatCannotAllBePutBackIsNotPutBackAtAll() throws Exception {
        Files.createDirectories(home.resolve("dictation"));
        Files.writeString(home.resolve("dictation/one.spool"), "said before");
        Path made = backup();
        Files.writeString(home.resolve("dictation/one.spool"), "said since");
        Files.writeString(home.resolve("secrets/south.password"), "kept since");
        Path inTheWay = home.resolve(Restore.ASIDE + "20261124T013000Z/secrets/x");
        Files.createDirectories(inTheWay);
        Map<String, String> before = content(home);

        CandelaException refused =
                assertThrows(CandelaException.class, () -> restore().restore(made, KEY));

        assertEquals("backup.not-read", refused.code());
        assertEquals(before, content(home), "as it was");
        assertEquals(List.of("north"), facilities(home, KEY));
    }

    // [utest->req~backup.made~1]
    @Test
    void aFileThatCouldNotBePutBackIsNamedBeforeABackupIsMade() throws Exception {
        Files.writeString(home.resolve("secrets/a:b"), "x");

        assertEquals("backup.name", code(this::backup));
        assertEquals(Map.of(), content(Files.createDirectories(to)), "nothing is left there");
    }

    // [utest->req~backup.made~1]
    // [utest->req~backup.restored~1]
    @Test
    void whatWasCopiedWhileTheStoreWasOpenIsPutBackAndWhatWasThereIsKept() throws Exception {
        Path made;
        try (Database database = open(home, KEY)) {
            add(database, "south"); // in the journal alone
            made = new BackupWriter(home, CLOCK).write(database, KEY, to, BackupScope.WITHOUT_IMAGES);
            add(database, "west");
        }
        Files.writeString(home.resolve("secrets/north.password"), "changed since");
        assertEquals(StoreForm.SEALED, StoreForm.of(made.resolve("candela.db")));
        assertFalse(Files.exists(made.resolve("studies")));

        Restore.Done done = restore().restore(made, KEY);

        assertEquals(List.of("north", "south"), facilities(home, KEY));
        assertEquals("sealed already", Files.readString(home.resolve("secrets/north.password")));
        assertEquals("pixels", Files.readString(home.resolve("studies/1/image.dcm")));
        assertEquals(List.of("north", "south", "west"), facilities(done.aside(), KEY));
        assertEquals("changed since", Files.readString(done.aside().resolve("secrets/north.password")));
        assertFalse(Files.exists(home.resolve("restore.staging")));
    }

    // [utest->req~backup.manifest~1]
    @Test
    void whateverWasChangedInABackupIsNamedAndNothingIsRestored() throws Exception {
        Path made = backup();
        Map<String, String> before = content(home);
        for (String path : List.of("candela.db", "secrets/north.password", "manifest.txt")) {
            byte[] whole = Files.readAllBytes(made.resolve(path));
            byte[] changed = whole.clone();
            changed[whole.length / 2] ^= 1;
            Files.write(made.resolve(path), changed);
            CandelaException refused =
                    assertThrows(CandelaException.class, () -> restore().restore(made, KEY));
            assertTrue(String.valueOf(refused.getMessage()).contains(path), refused.getMessage());
            Files.delete(made.resolve(path));
            assertTrue(code(() -> restore().restore(made, KEY)).startsWith("backup."), path);
            Files.write(made.resolve(path), whole);
        }
        assertEquals("backup.seal", code(() -> restore().restore(made, key(2))));
        assertEquals("backup.seal", code(() -> restore().restore(made, Optional.empty())));

        String list = Files.readString(made.resolve("manifest.txt"));
        String unsealed = list.substring(0, list.indexOf("seal "));
        Files.writeString(made.resolve("manifest.txt"), unsealed);
        assertEquals("backup.seal", code(() -> restore().restore(made, KEY)));
        Files.writeString(made.resolve("manifest.txt"), unsealed.replace("secrets/north", "../secrets/north"));
        assertEquals("backup.manifest", code(() -> restore().restore(made, Optional.empty())));
        assertEquals(before, content(home));

        Files.writeString(made.resolve("manifest.txt"), list);
        assertEquals(2, restore().verify(made, KEY).files().size());
        assertEquals(before, content(home));
    }

    /** A backup of a plain store, changed by hand. */
    private Path plain(String sql) throws Exception {
        Path made = Files.createDirectories(folder.resolve("by-hand"));
        Path file = made.resolve("candela.db");
        Database.open(file, CLOCK).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA journal_mode = DELETE");
            statement.executeUpdate(sql);
        }
        BackupManifest manifest = new BackupManifest(CLOCK.instant(), List.of(BackupFiles.entry(made, "candela.db")));
        Files.writeString(made.resolve("manifest.txt"), manifest.text(Optional.empty()));
        return made;
    }

    // [utest->req~backup.restored~1]
    @Test
    void anOlderSchemaIsBroughtToThisProgramsAndANewerOneIsRefused() throws Exception {
        Path older = plain("DELETE FROM migration WHERE version = 144; DROP TABLE disconnect_drill");
        restore().restore(older, Optional.empty());
        assertEquals(List.of(), facilities(home, KEY));

        Path newer = plain("INSERT INTO migration VALUES (999, 'later', 'x', '2030-01-01T00:00:00Z')");
        assertEquals("store.newer", code(() -> restore().restore(newer, Optional.empty())));
    }

    // [utest->req~backup.restored~1]
    @Test
    void aBrokenAuditTrailIsNotRestored() throws Exception {
        Path broken = plain("INSERT INTO audit_event VALUES (7, 'x', 'x', 'x', 'x', 'x', 'x', 'x')");

        assertEquals("backup.chain", code(() -> restore().restore(broken, Optional.empty())));
    }

    // [utest->req~backup.restored~1]
    @Test
    void nothingIsRestoredWhileAnotherProgramHasTheStoreOpen() throws Exception {
        Path made = backup();
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", lines.readLine());
            assertEquals("backup.open", code(() -> restore().restore(made, KEY)));
        } finally {
            holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertEquals(List.of("north"), facilities(home, KEY));
    }

    /** Runs in the other JVM: holds the store until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (Database database = open(Path.of(args[0]), KEY)) {
                System.out.println("open");
                assertTrue(System.in.read() < 0, database.file()::toString);
            }
        }
    }

    // [utest->req~backup.made~1]
    @Test
    void onADiskWithoutSpaceItSaysSoAndLeavesNothing() throws Exception {
        Files.createDirectories(to);
        Assumptions.assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", to.toString()),
                "a disk of 64 kB can be mounted by root only");
        try {
            assertEquals("store.disk-full", code(this::backup));
            try (Stream<Path> left = Files.list(to)) {
                assertEquals(List.of(), left.toList());
            }
        } finally {
            assertTrue(succeeds("umount", to.toString()));
        }
    }

    private static boolean succeeds(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    // [utest->req~backup.made~1]
    @Test
    void theOldestGoWhenThereAreMoreThanWanted() throws Exception {
        Path first = backup();
        Clock later = Clock.offset(CLOCK, Duration.ofDays(1));
        Path second;
        try (Database database = open(home, KEY)) {
            second = new BackupWriter(home, later).write(database, KEY, to, BackupScope.WITH_IMAGES);
            assertEquals("backup.inside", code(() -> new BackupWriter(home, later)
                    .write(database, KEY, home.resolve("here"), BackupScope.WITH_IMAGES)));
        }
        Path foreign = Files.createDirectories(to.resolve("candela-backup-of-mine"));

        assertEquals(List.of(first), BackupWriter.rotate(to, 1));

        assertTrue(Files.exists(second.resolve("studies/1/image.dcm")));
        assertTrue(Files.exists(foreign));
        assertFalse(Files.exists(first));
    }
}
