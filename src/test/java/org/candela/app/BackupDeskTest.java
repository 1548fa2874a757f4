package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.cli.BackupCommand;
import org.candela.cli.Candela;
import org.candela.cli.RestoreCommand;
import org.candela.codec.video.FfmpegSearch;
import org.candela.store.Database;
import org.candela.store.StoreForm;
import org.candela.vault.FastVault;
import org.candela.vault.VaultDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDeskTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String RIGHT = "five grey words in a row";

    @TempDir
    private Path folder;

    private Config config(String home, String passphrase) {
        AppPaths paths = AppPaths.under(folder.resolve(home));
        return new Config(
                paths,
                "",
                false,
                FfmpegSearch.Places.NONE,
                "reader",
                30,
                0,
                0,
                new VaultDoor(FastVault.at(paths.vault()), List.of(() -> Optional.of(passphrase.toCharArray()))));
    }

    private static String run(Config config, int exit, String... words) {
        BackupDesk desk = new BackupDesk(config, CLOCK);
        StringWriter said = new StringWriter();
        int ended = Candela.commandLine(() -> 0, List.of(new BackupCommand(desk), new RestoreCommand(desk)))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(words);
        assertEquals(exit, ended, said.toString());
        return said.toString();
    }

    // [utest->req~backup.commands~1]
    @Test
    void aBackupMovesToAnotherMachineByThePassphraseItWasMadeUnder() throws Exception {
        Config here = config("here", RIGHT);
        Files.createDirectories(here.paths().home());
        FastVault.at(here.paths().vault()).create(RIGHT.toCharArray());
        Database.open(here.store(), CLOCK).close();
        String to = folder.resolve("disk").toString();

        assertTrue(run(here, 0, "backup", to, "--keep", "3").contains("Backup written to"));
        Path made;
        try (Stream<Path> all = Files.list(Path.of(to))) {
            made = all.findFirst().orElseThrow();
        }

        Config wrong = config("there", "five grey words in a roW");
        assertTrue(run(wrong, 2, "restore", made.toString()).contains("does not open by the passphrase"));
        assertTrue(Files.notExists(wrong.paths().database()));
        assertTrue(run(wrong, 2, "restore", folder.resolve("no").toString()).contains("is no backup"));
        Config there = config("there", RIGHT);
        assertTrue(run(there, 0, "restore", made.toString(), "--check").contains("Whole"));
        assertTrue(Files.notExists(there.paths().database()));
        assertTrue(run(there, 0, "restore", made.toString()).contains("Restored"));
        assertEquals(StoreForm.SEALED, there.store().form());
        assertEquals(1, audited(here, "BACKED_UP"));
        assertEquals(1, audited(there, "RESTORED"));
    }

    private static int audited(Config config, String action) throws Exception {
        try (Database database = Database.open(config.store(), CLOCK)) {
            return database.read(tx -> tx.query("SELECT 1 FROM audit_event WHERE action = ?", row -> 1, action))
                    .size();
        }
    }

    // [utest->req~store.sealed~1]
    @Test
    void withoutThePassphraseNothingIsMadeAndWithoutTheKeyStoreItIsTold() throws Exception {
        Config here = config("here", RIGHT);
        Files.createDirectories(here.paths().home());
        FastVault.at(here.paths().vault()).create(RIGHT.toCharArray());

        CandelaException refused = assertThrows(
                CandelaException.class,
                () -> Database.open(config("here", "another phrase").store(), CLOCK));
        assertEquals("vault.wrong-passphrase", refused.code());
        assertTrue(Files.notExists(here.paths().database()));

        Database.open(here.store(), CLOCK).close();
        Files.delete(here.paths().vault());
        refused = assertThrows(
                CandelaException.class,
                () -> Database.open(config("here", RIGHT).store(), CLOCK));
        assertEquals("store.no-vault", refused.code());
    }

    // [utest->req~store.converted~1]
    @Test
    void theStoreAndItsOlderCopiesAreSealedAndMadePlain() throws Exception {
        Config here = config("here", RIGHT);
        Path copy = here.paths().home().resolve("candela.db.before-migration-20261124T013000Z.bak");
        Database.open(here.paths().database(), CLOCK).close();
        Files.copy(here.paths().database(), copy);
        FastVault.at(here.paths().vault()).create(RIGHT.toCharArray());

        assertEquals(1, new StoreFiles(here.store()).seal());

        assertEquals(StoreForm.SEALED, here.store().form());
        assertEquals(StoreForm.SEALED, StoreForm.of(copy));
        new StoreFiles(here.store()).unseal();
        assertEquals(StoreForm.PLAIN, here.store().form());
    }
}
