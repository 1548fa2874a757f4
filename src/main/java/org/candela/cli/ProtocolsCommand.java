package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.store.StorePlace;
import org.candela.viewer.hanging.HangingProtocol;
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
    private static final DeskText.Done IMPORTED =
            new DeskText.Done("imported", "protocols are used from the next study on");

    private final DeskText protocols;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database where the workstation's SQLite file is, asked for when the command runs */
    public ProtocolsCommand(StorePlace database, Clock clock) {
        this.protocols = new DeskText(database, clock);
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
        return protocols.list(output, store -> {
            ProtocolLibrary library = ProtocolLibrary.open(store, clock);
            List<String> own = library.own().stream().map(HangingProtocol::id).toList();
            return library.protocols().all().stream()
                    .map(protocol -> line(
                            protocol,
                            Origin.of(
                                    own.contains(protocol.id()),
                                    library.protocols().isOfPractice(protocol.id()))))
                    .toList();
        });
    }

    private static DeskText.Line line(HangingProtocol protocol, Origin origin) {
        int stages = protocol.stages().size();
        return new DeskText.Line(
                String.format("%-18s %-8s %2d stages  %s", protocol.id(), origin.word(), stages, protocol.name()),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", protocol.id())
                        .put("name", protocol.name())
                        .put("stages", stages)
                        .put("origin", origin.word())
                        .put("own", origin == Origin.OWN));
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
        return protocols.export(file, output, "%d protocols", store -> {
            ProtocolLibrary library = ProtocolLibrary.open(store, clock);
            List<HangingProtocol> wanted = isAll ? library.protocols().all() : library.own();
            return new DeskText.Written(ProtocolsYaml.write(wanted), wanted.size());
        });
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
        return protocols.take(file, output, IMPORTED, (store, text) -> {
            List<HangingProtocol> read = ProtocolsYaml.read(text);
            ProtocolLibrary.open(store, clock).save(read);
            return read.size();
        });
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
        protocols.open(store -> {
            ProtocolLibrary library = ProtocolLibrary.open(store, clock);
            if (library.own().stream().noneMatch(protocol -> protocol.id().equals(id))) {
                throw new CandelaException(
                        "cli.no-protocol", id + ": no protocol made here has this id; see candela protocols list");
            }
            library.remove(id);
            return id;
        });
        output.print(JsonNodeFactory.instance.objectNode().put("removed", id), id + " is not used any more");
        return 0;
    }
}
