package org.candela.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~purge.files~1]
@SuppressWarnings("NullAway.Init")
class LeftoversTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private AppPaths paths;
    private Database database;
    private Leftovers leftovers;

    @BeforeEach
    void open() throws Exception {
        paths = AppPaths.under(Files.createDirectories(folder.resolve("home")));
        Files.createDirectories(folder.resolve("tmp"));
        database = Database.open(paths.database(), CLOCK);
        leftovers = new Leftovers(
                new Leftovers.Place(paths, folder.resolve("tmp")),
                database,
                new PurgeLog(database, new AuditLog(), CLOCK),
                CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void whatIsOldAndOfThisProgramIsDueAndNothingElse() throws Exception {
        Path copy = old(paths.home().resolve("candela.db.before-migration-12.bak"));
        Path temporary = old(folder.resolve("tmp/candela-print-1.pdf"));
        old(folder.resolve("tmp/another-program"));
        Files.writeString(folder.resolve("tmp/candela-print-2.pdf"), "of this minute");
        Path export = old(Files.createDirectories(paths.exports()).resolve("study.zip"));

        assertEquals(List.of(copy, temporary), leftovers.due(Optional.empty()));
        assertEquals(List.of(copy, temporary, export), leftovers.due(Optional.of(30)));
    }

    /** The folder of temporary files is everybody's. */
    @Test
    void whatBelongsToAnotherUserOfThisMachineIsLeftAlone() throws Exception {
        Path others = old(folder.resolve("tmp/candela-print-3.pdf"));
        try {
            Files.setOwner(
                    others,
                    others.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            Assumptions.abort("only an administrator gives files away: " + e);
        }

        assertEquals(List.of(), leftovers.due(Optional.empty()));
    }

    private static Path old(Path file) throws IOException {
        Files.writeString(file, "patient");
        return Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(Duration.ofDays(60))));
    }
}
