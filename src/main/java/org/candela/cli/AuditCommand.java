package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.candela.audit.AuditVerification;
import org.candela.audit.AuditVerifier;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.StorePlace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candela audit verify}: whether the audit trail is whole. */
@Command(name = "audit", description = "The audit trail of this workstation.", mixinStandardHelpOptions = true)
public final class AuditCommand implements Runnable {
    private final StorePlace database;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database where the workstation's SQLite file is, asked for when the command runs */
    public AuditCommand(StorePlace database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The same, with what goes to a repository. */
    public static CommandLine commandLine(StorePlace database, Clock clock, AuditRepositoryCommand.Desk repository) {
        return new CommandLine(new AuditCommand(database, clock)).addSubcommand(new AuditRepositoryCommand(repository));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the audit trail? See candela audit --help.");
    }

    /** Exit 0 when every row is the one written, 1 when one is not. */
    @Command(
            name = "verify",
            description = "Checks the chain of hashes and names the first row that was changed.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin Output output) throws StoreException {
        Path file = database.get();
        if (!Files.exists(file)) {
            throw new StoreException("store.missing", file + ": no such database; nothing was recorded there yet");
        }
        try (Database store = Database.open(database, clock)) {
            AuditVerification found = AuditVerifier.verify(store);
            output.print(json(found), text(found));
            return found.isIntact() ? 0 : Candela.NO;
        }
    }

    private static ObjectNode json(AuditVerification found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("intact", found.isIntact());
        return found.match(
                intact -> json.put("events", intact.eventCount()).put("head", intact.headHash()),
                broken -> json.put("row", broken.sequence()).put("reason", broken.reason()));
    }

    private static String text(AuditVerification found) {
        return found.match(
                intact -> "intact: " + intact.eventCount() + " events, head " + intact.headHash(),
                broken -> "BROKEN: " + broken.reason());
    }
}
