package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.viewer.hanging.HangingProtocol;
import org.candela.viewer.hanging.ProtocolFormatException;
import org.candela.viewer.hanging.ProtocolLibrary;
import org.candela.viewer.hanging.ProtocolsYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela protocols}: how studies hang, as text that can be edited and carried to another desk. */
// [impl->req~cli.protocols~1]
@Command(
        name = "protocols",
        description = "The hanging protocols of this workstation.",
        mixinStandardHelpOptions = true)
public final class ProtocolsCommand implements Runnable {
    private final Supplier<Path> database;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database the workstation's SQLite file, asked for when the command runs */
    public ProtocolsCommand(Supplier<Path> database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about protocols? See candela protocols --help.");
    }

    /** One line a protocol: id, name, stages. */
    @Command(
            name = "list",
            description = "All protocols, those made here before those that come with the program.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        try (Database store = Database.open(database.get(), clock)) {
            ProtocolLibrary library = ProtocolLibrary.open(store, clock);
            List<String> own = library.own().stream().map(HangingProtocol::id).toList();
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            StringBuilder text = new StringBuilder();
            for (HangingProtocol protocol : library.protocols().all()) {
                boolean isOwn = own.contains(protocol.id());
                json.addObject()
                        .put("id", protocol.id())
                        .put("name", protocol.name())
                        .put("stages", protocol.stages().size())
                        .put("own", isOwn);
                text.append(String.format(
                        "%-18s %-8s %2d stages  %s%n",
                        protocol.id(),
                        isOwn ? "own" : "shipped",
                        protocol.stages().size(),
                        protocol.name()));
            }
            output.print(json, text.toString().stripTrailing());
            return 0;
        }
    }

    /** Writes protocols as YAML. */
    @Command(
            name = "export",
            description = "Writes the protocols made here as YAML; with --all also those that come with the program.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "FILE", description = "Where to; must not be there yet.") Path file,
            @Option(names = "--all", description = "Also those that come with the program.") boolean isAll,
            @Mixin Output output)
            throws CandelaException {
        try (Database store = Database.open(database.get(), clock)) {
            ProtocolLibrary library = ProtocolLibrary.open(store, clock);
            List<HangingProtocol> protocols = isAll ? library.protocols().all() : library.own();
            TextFile.writeNew(file, ProtocolsYaml.write(protocols));
            output.print(
                    JsonNodeFactory.instance.objectNode().put("exported", protocols.size()),
                    protocols.size() + " protocols written to " + file);
            return 0;
        }
    }

    /** Takes protocols over from YAML, all or none. */
    @Command(
            name = "import",
            description = "Takes protocols over from YAML, all or none; each replaces the one with its id.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "FILE", description = "As candela protocols export writes it.") Path file,
            @Mixin Output output)
            throws CandelaException {
        List<HangingProtocol> protocols = read(file);
        try (Database store = Database.open(database.get(), clock)) {
            ProtocolLibrary.open(store, clock).save(protocols);
        }
        output.print(
                JsonNodeFactory.instance.objectNode().put("imported", protocols.size()),
                protocols.size() + " protocols are used from the next study on");
        return 0;
    }

    /** Forgets one that was made or imported here. */
    @Command(
            name = "remove",
            description = "Forgets a protocol made or imported here; a shipped one with its id is used again.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "ID", description = "As candela protocols list shows it.") String id,
            @Mixin Output output)
            throws CandelaException {
        try (Database store = Database.open(database.get(), clock)) {
            ProtocolLibrary library = ProtocolLibrary.open(store, clock);
            if (library.own().stream().noneMatch(protocol -> protocol.id().equals(id))) {
                throw new CandelaException(
                        "cli.no-protocol", id + ": no protocol made here has this id; see candela protocols list");
            }
            library.remove(id);
        }
        output.print(JsonNodeFactory.instance.objectNode().put("removed", id), id + " is not used any more");
        return 0;
    }

    private static List<HangingProtocol> read(Path file) throws CandelaException {
        try {
            return ProtocolsYaml.read(TextFile.read(file));
        } catch (ProtocolFormatException e) {
            throw TextFile.in(file, e);
        }
    }
}
