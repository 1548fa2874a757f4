package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela keys}: which key runs which command, as text that can be edited and carried to another desk. */
// [impl->req~cli.keys~1]
@Command(name = "keys", description = "The keys of this workstation.", mixinStandardHelpOptions = true)
public final class KeysCommand implements Runnable {
    private final Supplier<Path> database;
    private final Clock clock;
    private final Table table;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** The keys of the workstation, which belong to its windows. */
    public interface Table {
        /** Keys by command id as they are used. */
        Map<String, String> used(Database database) throws CandelaException;

        /** Keys by command id that differ from those the workstation comes with. */
        Map<String, String> own(Database database) throws CandelaException;

        /** All keys as text. */
        String export(Database database) throws CandelaException;

        /** Replaces all own keys; returns how many commands have one now. */
        int replace(Database database, String text) throws CandelaException;
    }

    /** @param database the workstation's SQLite file, asked for when the command runs */
    public KeysCommand(Supplier<Path> database, Clock clock, Table table) {
        this.database = database;
        this.clock = clock;
        this.table = table;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about keys? See candela keys --help.");
    }

    /** One line a command: id, keys, whether they are the reader's own. */
    @Command(name = "list", description = "Every command with its keys.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        try (Database store = Database.open(database.get(), clock)) {
            Map<String, String> own = table.own(store);
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            StringBuilder text = new StringBuilder();
            table.used(store).forEach((id, keys) -> {
                boolean isOwn = own.containsKey(id);
                json.addObject().put("command", id).put("keys", keys).put("own", isOwn);
                text.append(String.format("%-32s %-8s %s%n", id, isOwn ? "own" : "shipped", keys));
            });
            output.print(json, text.toString().stripTrailing());
            return 0;
        }
    }

    /** Writes all keys. */
    @Command(
            name = "export",
            description = "Writes all keys as lines of command = keys.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "FILE", description = "Where to; must not be there yet.") Path file,
            @Mixin Output output)
            throws CandelaException {
        try (Database store = Database.open(database.get(), clock)) {
            TextFile.writeNew(file, table.export(store));
            int count = table.used(store).size();
            output.print(
                    JsonNodeFactory.instance.objectNode().put("exported", count),
                    "keys of " + count + " commands written to " + file);
            return 0;
        }
    }

    /** Takes keys over, all or none. */
    @Command(
            name = "import",
            description =
                    "Takes keys over, all or none; commands that FILE does not name have the keys they come with.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "FILE", description = "As candela keys export writes it.") Path file,
            @Mixin Output output)
            throws CandelaException {
        String text = TextFile.read(file);
        try (Database store = Database.open(database.get(), clock)) {
            return tell(output, replace(store, file, text));
        }
    }

    /** Forgets all own keys. */
    @Command(
            name = "reset",
            description = "Gives every command the keys it comes with again.",
            mixinStandardHelpOptions = true)
    int reset(@Mixin Output output) throws CandelaException {
        try (Database store = Database.open(database.get(), clock)) {
            return tell(output, table.replace(store, ""));
        }
    }

    private int replace(Database store, Path file, String text) throws CandelaException {
        try {
            return table.replace(store, text);
        } catch (CandelaException e) {
            throw TextFile.in(file, e);
        }
    }

    private static int tell(Output output, int own) {
        output.print(
                JsonNodeFactory.instance.objectNode().put("own", own),
                own + " commands have keys of their own when the workstation is started next");
        return 0;
    }
}
