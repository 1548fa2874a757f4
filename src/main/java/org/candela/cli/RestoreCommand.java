package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.candela.backup.BackupManifest;
import org.candela.backup.Restore;
import org.candela.base.CandelaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela restore}: a backup put back, or only proven. */
// [impl->req~backup.commands~1]
@Command(
        name = "restore",
        description = "Puts a backup back; what was there is kept beside. Close Candela first.",
        footer = {"", "Asks the passphrase that the key store had when the backup was made."},
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
    private final BackupCommand.Desk desk;

    @Parameters(paramLabel = "FROM", description = "A folder that candela backup made.")
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private Path from;

    @Option(names = "--check", description = "Only proves it: list, hashes, store, schema and audit trail.")
    private boolean isCheck;

    @Mixin
    private final Output output = new Output();

    public RestoreCommand(BackupCommand.Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws CandelaException {
        return isCheck ? check() : restore();
    }

    private int check() throws CandelaException {
        BackupManifest manifest = desk.verify(from);
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("made", manifest.made().toString())
                        .put("files", manifest.files().size()),
                "Whole: " + manifest.files().size() + " files of " + manifest.made());
        return 0;
    }

    private int restore() throws CandelaException {
        Restore.Done done = desk.restore(from);
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("made", done.manifest().made().toString())
                        .put("aside", done.aside().toString()),
                "Restored what was kept on " + done.manifest().made() + "; what was here lies in " + done.aside());
        return 0;
    }
}
