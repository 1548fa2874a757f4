package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.store.StorePlace;
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
    private static final DeskText.Done OWN =
            new DeskText.Done("own", "commands have keys of their own when the workstation is started next");

    private final DeskText keys;
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

        /** Keys by command id that the practice says, whether or not the reader has others. */
        Map<String, String> practice(Database database) throws CandelaException;

        /** All keys as text. */
        String export(Database database) throws CandelaException;

        /** Replaces all own keys; returns how many commands have one now. */
        int replace(Database database, String text) throws CandelaException;
    }

    /** @param database where the workstation's SQLite file is, asked for when the command runs */
    public KeysCommand(StorePlace database, Clock clock, Table table) {
        this.keys = new DeskText(database, clock);
        this.table = table;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about keys? See candela keys --help.");
    }

    /** One line a command: id, whose keys they are, keys. */
    @Command(name = "list", description = "Every command with its keys.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        return keys.list(output, store -> {
            Map<String, String> own = table.own(store);
            Map<String, String> practice = table.practice(store);
            return table.used(store).entrySet().stream()
                    .map(entry -> line(
                            entry.getKey(),
                            entry.getValue(),
                            Origin.of(own.containsKey(entry.getKey()), practice.containsKey(entry.getKey()))))
                    .toList();
        });
    }

    private static DeskText.Line line(String id, String sequences, Origin origin) {
        return new DeskText.Line(
                String.format("%-32s %-8s %s", id, origin.word(), sequences),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("command", id)
                        .put("keys", sequences)
                        .put("origin", origin.word())
                        .put("own", origin == Origin.OWN));
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
        return keys.export(
                file,
                output,
                "keys of %d commands",
                store -> new DeskText.Written(
                        table.export(store), table.used(store).size()));
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
        return keys.take(file, output, OWN, table::replace);
    }

    /** Forgets all own keys. */
    @Command(
            name = "reset",
            description = "Gives every command the keys it comes with again.",
            mixinStandardHelpOptions = true)
    int reset(@Mixin Output output) throws CandelaException {
        return keys.tell(output, OWN, keys.open(store -> table.replace(store, "")));
    }
}
