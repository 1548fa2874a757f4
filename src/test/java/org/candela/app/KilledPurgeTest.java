package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.codec.video.FfmpegSearch;
import org.candela.store.Database;
import org.candela.study.SmallStudies;
import org.candela.study.StudyLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A purge in a process of its own, killed at one of its writes, and ended by the next. */
// [utest->req~purge.order~1]
class KilledPurgeTest {
    private static final int STUDIES = 12;
    /** At the how-manieth write to the journal; a study takes a few. */
    private static final List<Integer> KILLS = List.of(1, 4, 9, 16, 25, 36);

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    /** @param args the home folder */
    public static void main(String[] args) throws Exception {
        PurgeDesk desk = desk(Path.of(args[0]));
        System.out.println("begins");
        System.out.println(desk.run());
    }

    private static PurgeDesk desk(Path home) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));
        Config config = new Config(AppPaths.under(home), "", false, FfmpegSearch.Places.NONE, "1999", 30, 0);
        return new PurgeDesk(
                new Commands(config, later), new Cards(config, later), "1999", home.resolveSibling("none"));
    }

    @Test
    void whereverItIsKilledTheNextRunEndsItAndEachDeletionIsLoggedOnce() throws Exception {
        PurgedHome made = new PurgedHome(folder);
        fill(made);
        long midway = 0;
        for (int writes : KILLS) {
            Path home = folder.resolve("killed" + writes);
            copy(made.config.paths().home(), home);
            killAtWrite(home, writes);
            try (Database database = Database.open(AppPaths.under(home).database(), Clock.systemUTC())) {
                midway += count(database, "purge_run WHERE ended_at IS NULL");
            }

            desk(home).run();

            String at = "killed at write " + writes;
            try (Database database = Database.open(AppPaths.under(home).database(), Clock.systemUTC())) {
                assertEquals(1, count(database, "study"), at + ": but that of the other facility");
                assertEquals(0, count(database, "reading WHERE facility_id = 'clinic'"), at);
                assertEquals(STUDIES + 2, count(database, "purge_entry WHERE kind = 'IMAGES'"), at);
                assertEquals(
                        STUDIES + 2,
                        count(database, "(SELECT DISTINCT subject FROM purge_entry WHERE kind = 'IMAGES')"),
                        at);
                assertEquals(STUDIES + 2, count(database, "purge_entry WHERE kind = 'ROWS'"), at);
                assertEquals(0, count(database, "purge_run WHERE ended_at IS NULL"), at);
            }
            assertEquals(1, entries(AppPaths.under(home).studies()), at);
            assertEquals(0, entries(AppPaths.under(home).incoming()), at);
        }
        assertTrue(midway >= KILLS.size() / 2, midway + " of the kills came in the midst");
    }

    private void fill(PurgedHome made) throws Exception {
        try (Database database = Database.open(made.config.store(), made.clock)) {
            StudyLibrary library = new StudyLibrary(database, new AuditLog(), made.config.paths(), made.clock);
            for (int study = 20; study < 20 + STUDIES; study++) {
                library.admit(SmallStudies.write(SmallStudies.slice(study, 0), folder), PurgedHome.CLINIC);
                int each = study;
                database.change(tx -> made.row(tx, PurgedHome.CLINIC, SmallStudies.studyUid(each), "FINAL"));
            }
        }
        made.run(0, "purge", "policy", "clinic", "--image-days", "1", "--row-days", "30");
    }

    private static void killAtWrite(Path home, int writes) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPurgeTest.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        Path journal = home.resolve("candela.db-wal");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (var said = process.inputReader()) {
            for (String line = said.readLine(); !"begins".equals(line); line = said.readLine()) {
                assertTrue(line != null && System.nanoTime() < end, "it did not begin");
            }
            String before = stamp(journal);
            for (int seen = 0; seen < writes && process.isAlive(); Thread.onSpinWait()) {
                assertTrue(System.nanoTime() < end, "it wrote " + seen + " times only");
                String now = stamp(journal);
                seen += now.equals(before) ? 0 : 1;
                before = now;
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String stamp(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "";
    }

    private static long count(Database database, String from) throws CandelaException {
        return database.read(tx -> tx.one("SELECT count(*) AS n FROM " + from, row -> row.longValue("n"))
                .orElseThrow());
    }

    private static long entries(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(place)) {
            return all.count();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
