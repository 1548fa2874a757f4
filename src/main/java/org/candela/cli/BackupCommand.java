package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.backup.BackupManifest;
import org.candela.backup.BackupScope;
import org.candela.backup.Restore;
import org.candela.base.CandelaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela backup}: a copy of this workstation, made while it runs. */
// [impl->req~backup.commands~1]
@Command(
        name = "backup",
        description = "Copies this workstation, also while it runs, into a new folder below TO.",
        footer = {
            "",
            "With a key store the store is sealed in it; the passphrase of today opens it then. Images of facilities are left",
            "out unless asked for: they are fetched again. candela restore --check proves a backup."
        },
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    /** What the commands work on. */
    public interface Desk {
        Path write(Path to, BackupScope scope) throws CandelaException;

        /** Removes the oldest until {@code keep} are left; returns what was removed. */
        List<Path> rotate(Path to, int keep) throws CandelaException;

        BackupManifest verify(Path backup) throws CandelaException;

        Restore.Done restore(Path backup) throws CandelaException;
    }

    private final Desk desk;

    @Parameters(paramLabel = "TO", description = "A folder, best on another disk.")
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private Path to;

    @Option(names = "--images", description = "Copies images of facilities too.")
    private boolean isWithImages;

    @Option(names = "--keep", paramLabel = "N", description = "Removes the oldest backups there until N are left.")
    private @Nullable Integer keep;

    @Mixin
    private final Output output = new Output();

    public BackupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws CandelaException {
        Path made = desk.write(to, isWithImages ? BackupScope.WITH_IMAGES : BackupScope.WITHOUT_IMAGES);
        List<Path> removed = keep == null ? List.of() : desk.rotate(to, keep);
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("backup", made.toString())
                        .put("removed", removed.size()),
                "Backup written to " + made + (removed.isEmpty() ? "" : "; removed older ones: " + removed.size()));
        return 0;
    }
}
