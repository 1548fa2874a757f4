package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.message.FacilityMessage;
import org.candela.message.FacilityMessage.About;
import org.candela.message.FacilityMessage.Kind;
import org.candela.message.FacilityMessage.Told;
import org.candela.message.FacilityMessages;
import org.candela.store.Database;
import org.candela.store.StorePlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela messages}: what facilities told the reader in words. */
// [impl->req~cli.messages~1]
@Command(
        name = "messages",
        description = "What facilities told you in words; each must be opened to count as read.",
        mixinStandardHelpOptions = true)
public final class MessagesCommand implements Runnable {
    private final StorePlace store;
    private final Clock clock;
    private final Supplier<String> reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /**
     * @param store the workstation's database
     * @param reader who opens and enters messages here
     */
    public MessagesCommand(StorePlace store, Clock clock, Supplier<String> reader) {
        this.store = store;
        this.clock = clock;
        this.reader = reader;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about messages? See candela messages --help.");
    }

    private FacilityMessages messages(Database database) {
        return new FacilityMessages(database, new AuditLog(), clock);
    }

    /** Exit 1 while one is unread. */
    @Command(
            name = "list",
            description = "Messages, unread ones first. Exit 1 while one is unread.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        try (Database database = Database.open(store, clock)) {
            List<FacilityMessage> found = messages(database).list();
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            found.forEach(message -> json.add(json(message)));
            long unread = found.stream().filter(FacilityMessage::isUnread).count();
            String lines = found.stream().map(MessagesCommand::line).collect(Collectors.joining("\n"));
            output.print(json, (lines.isEmpty() ? "" : lines + "\n") + unread + " unread");
            return unread == 0 ? 0 : Candela.NO;
        }
    }

    /** Shows one, which counts as read from then on. */
    @Command(
            name = "open",
            description = "Shows a message, which counts as read from now on.",
            mixinStandardHelpOptions = true)
    int open(@Parameters(paramLabel = "NUMBER", description = "As listed.") long number, @Mixin Output output)
            throws CandelaException {
        try (Database database = Database.open(store, clock)) {
            FacilityMessage message = messages(database).open(number, reader.get());
            output.print(
                    json(message).put("text", message.told().text()),
                    line(message) + "\n\n" + message.told().text());
            return 0;
        }
    }

    /** Keeps what was told by phone. */
    @Command(
            name = "add",
            description = "Keeps what a facility told you, as by phone; it counts as unread until it is opened.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(index = "0", paramLabel = "FACILITY", description = "Whose message it is.") String facility,
            @Parameters(index = "1", paramLabel = "TEXT", description = "What was said.") String text,
            @Option(
                            names = "--accession",
                            paramLabel = "NUMBER",
                            defaultValue = "",
                            description = "Accession number of the study it is about.")
                    String accession,
            @Option(names = "--from", paramLabel = "NAME", defaultValue = "", description = "Who said it.") String from,
            @Mixin Output output)
            throws CandelaException {
        try (Database database = Database.open(store, clock)) {
            FacilityId id = KnownFacility.in(database, clock, facility).id();
            messages(database)
                    .enter(
                            new Told(id, Kind.ENTERED, from, new About(Optional.empty(), accession), text),
                            reader.get());
            output.print(JsonNodeFactory.instance.objectNode().put("kept", true), "The message is kept, unread.");
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String line(FacilityMessage message) {
        String about = message.told().about().accession();
        String sender = message.told().sender();
        return String.format(
                Locale.ROOT,
                "%4d  %-6s  %s  %-12s  %s%s%s",
                message.id(),
                message.isUnread() ? "UNREAD" : "read",
                message.receivedAt(),
                message.told().facility(),
                message.told().kind().word(),
                sender.isBlank() ? "" : ", from " + sender,
                about.isBlank() ? "" : ", about " + about);
    }

    private static ObjectNode json(FacilityMessage message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", message.id())
                .put("facility", message.told().facility().value())
                .put("kind", message.told().kind().name())
                .put("from", message.told().sender())
                .put("accession", message.told().about().accession())
                .put("receivedAt", message.receivedAt().toString())
                .put("isUnread", message.isUnread());
    }
}
