package org.candela.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.candela.backup.BackupKey;
import org.candela.backup.BackupManifest;
import org.candela.backup.BackupScope;
import org.candela.backup.BackupWriter;
import org.candela.backup.Restore;
import org.candela.base.CandelaException;
import org.candela.cli.BackupCommand;
import org.candela.store.Database;
import org.candela.vault.Vault;
import org.candela.vault.VaultDoor;

/** Backups of this workstation, under its own key store when made and under the backup's when put back. */
record BackupDesk(Config config, Clock clock) implements BackupCommand.Desk {
    private static final String PURPOSE = "candela backup 1";

    @Override
    public Path write(Path to, BackupScope scope) throws CandelaException {
        Optional<BackupKey> key = key(config.door());
        try (Database database = Database.open(config.store(), clock)) {
            return new BackupWriter(config.paths().home(), clock).write(database, key, to, scope);
        }
    }

    @Override
    public List<Path> rotate(Path to, int keep) throws CandelaException {
        return BackupWriter.rotate(to, keep);
    }

    @Override
    public BackupManifest verify(Path backup) throws CandelaException {
        return restoring().verify(backup, keyOf(backup));
    }

    @Override
    public Restore.Done restore(Path backup) throws CandelaException {
        return restoring().restore(backup, keyOf(backup));
    }

    private Restore restoring() {
        return new Restore(config.paths().home(), clock);
    }

    private Optional<BackupKey> keyOf(Path backup) throws CandelaException {
        Path vault = backup.resolve(
                config.paths().home().relativize(config.paths().vault()).toString());
        return Files.exists(vault) ? key(config.door().to(new Vault(vault))) : Optional.empty();
    }

    private Optional<BackupKey> key(VaultDoor door) throws CandelaException {
        if (!door.exists()) {
            return Optional.empty();
        }
        HomeStore store = new HomeStore(config.paths().database(), door);
        return Optional.of(new BackupKey(store.sealing(), door.key().derive(PURPOSE)));
    }
}
