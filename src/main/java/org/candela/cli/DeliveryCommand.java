package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.delivery.Channels;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.Proof;
import org.candela.delivery.ProofBook;
import org.candela.delivery.document.ProofPdf;
import org.candela.facility.Facility;
import org.candela.report.ReportId;
import org.candela.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela delivery}: in which ways reports reach facilities, and the proof that they did. */
// [impl->req~cli.delivery~1]
@Command(
        name = "delivery",
        description = "In which ways reports reach facilities, and the proof that they did.",
        mixinStandardHelpOptions = true)
public final class DeliveryCommand implements Runnable {
    private final DeskText store;
    private final DeliveryBooks books;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    private DeliveryCommand(DeskText store) {
        this.store = store;
        this.books = new DeliveryBooks(store);
    }

    /** @param database where the workstation's store is, asked for when a command runs */
    public static CommandLine commandLine(StorePlace database, Clock clock) {
        DeskText store = new DeskText(database, clock);
        return new CommandLine(new DeliveryCommand(store))
                .addSubcommand(new DeliveryMappingCommand(new DeliveryBooks(store)));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of delivery? See candela delivery --help.");
    }

    /** Lists the channels of a facility. */
    @Command(
            name = "channels",
            description = "The ways in which a facility takes reports.",
            mixinStandardHelpOptions = true)
    int channels(@Parameters(paramLabel = "FACILITY", description = "Whose.") String id, @Mixin Output output)
            throws CandelaException {
        List<DeliveryChannel> channels =
                store.open(database -> books.channels(database).of(books.facility(database, id)));
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        channels.forEach(channel -> json.add(json(channel)));
        output.print(
                json,
                channels.isEmpty()
                        ? "None; reports stay here. Add one with: candela delivery add " + id + " NAME WAY ADDRESS"
                        : channels.stream()
                                .map(DeliveryCommand::line)
                                .collect(Collectors.joining(System.lineSeparator())));
        return channels.isEmpty() ? Candela.NO : 0;
    }

    /** Adds a channel. */
    @Command(
            name = "add",
            description = {
                "Adds a way in which a facility takes reports, or replaces the one of that name. The first that is told",
                "takes the place of the facility's MLLP address. WAY and ADDRESS:",
                "  hl7          mllp://HOST:PORT, or mllps://HOST:PORT for TLS (--option anchor=FILE.pem)",
                "  dicom-web    http or https root (--option object=sr|pdf)",
                "  dicom-store  dicom://AET@HOST:PORT[?tls] (--option object=sr|pdf, commitment=yes)",
                "  fhir         http or https root of a FHIR R4 server",
                "  folder       full path (--option content=pdf|text|html)",
                "  print        the printer's name"
            },
            footer = {"", "Sign-in, pins and certificate are those of the facility: candela facility add."},
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "FACILITY", description = "Whose.") String id,
            @Parameters(paramLabel = "NAME", description = "Short, as archive.") String name,
            @Parameters(paramLabel = "WAY", description = "As above.") String way,
            @Parameters(paramLabel = "ADDRESS", description = "As above.") String address,
            @Option(names = "--optional", description = "A report counts as delivered without it.") boolean isOptional,
            @Option(names = "--option", paramLabel = "KEY=VALUE", description = "As above.") @Nullable
                    List<String> options,
            @Mixin Output output)
            throws CandelaException {
        try {
            DeliveryChannel channel = store.open(database -> {
                Facility facility = books.facility(database, id);
                DeliveryChannel told = new DeliveryChannel(
                        facility.id(),
                        name,
                        Way.of(way),
                        address,
                        isOptional ? Need.OPTIONAL : Need.REQUIRED,
                        DeliveryBooks.options(options == null ? List.of() : options));
                books.channels(database).save(told);
                return told;
            });
            output.print(json(channel), line(channel));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Forgets a channel. */
    @Command(
            name = "drop",
            description = "Forgets a way; what waits for it is parked.",
            mixinStandardHelpOptions = true)
    int drop(
            @Parameters(paramLabel = "FACILITY", description = "Whose.") String id,
            @Parameters(paramLabel = "NAME", description = "Which.") String name,
            @Mixin Output output)
            throws CandelaException {
        store.open(database -> {
            Channels channels = books.channels(database);
            DeliveryChannel known = channels.of(books.facility(database, id)).stream()
                    .filter(channel -> channel.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CandelaException(
                            "cli.no-such-channel",
                            id + " has no channel " + name + "; candela delivery channels " + id));
            channels.drop(known);
            return name;
        });
        output.print(JsonNodeFactory.instance.objectNode().put("dropped", name), name + " is forgotten.");
        return 0;
    }

    /** Proofs of a report. */
    // [impl->req~delivery.proof-export~1]
    @Command(
            name = "proof",
            description =
                    "Proof that facilities have a report: what was sent where and when, and the answer as it came.",
            mixinStandardHelpOptions = true)
    int proof(
            @Parameters(paramLabel = "REPORT", description = "Its id, as candela report conditions lists it.")
                    String id,
            @Option(names = "--export", paramLabel = "FILE", description = "Writes it to a new .pdf or .json file.")
                    @Nullable
                    Path file,
            @Mixin Output output)
            throws CandelaException {
        List<Proof> proofs = store.open(database -> new ProofBook(database).of(new ReportId(id)));
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        proofs.forEach(proof -> json.add(json(proof)));
        if (file != null) {
            boolean isPdf = file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
            TextFile.writeNew(
                    file,
                    isPdf
                            ? ProofPdf.of(proofs, store.clock().instant())
                            : json.toPrettyString().getBytes(StandardCharsets.UTF_8));
        }
        output.print(
                json,
                proofs.isEmpty()
                        ? "No facility has acknowledged a version of this report."
                        : proofs.stream()
                                .map(DeliveryCommand::line)
                                .collect(Collectors.joining(System.lineSeparator())));
        boolean isWhole = proofs.stream().allMatch(proof -> proof.check() == Proof.Check.WHOLE);
        return proofs.isEmpty() || !isWhole ? Candela.NO : 0;
    }

    private static ObjectNode json(DeliveryChannel channel) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", channel.name())
                .put("way", channel.way().word())
                .put("address", channel.address())
                .put("isRequired", channel.need() == Need.REQUIRED);
        channel.options().forEach(json.putObject("options")::put);
        return json;
    }

    private static String line(DeliveryChannel channel) {
        return channel.name() + "  " + channel.way().word() + "  " + channel.address()
                + (channel.need() == Need.REQUIRED ? "" : "  optional")
                + channel.options().entrySet().stream()
                        .map(option -> "  " + option.getKey() + "=" + option.getValue())
                        .sorted()
                        .collect(Collectors.joining());
    }

    private static ObjectNode json(Proof proof) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("report", proof.version().report().value())
                .put("version", proof.version().number())
                .put("meaning", proof.version().meaning().name())
                .put("reportSha256", proof.version().sha256())
                .put("facility", proof.route().facility().value())
                .put("channel", proof.route().channel())
                .put("way", proof.route().way())
                .put("address", proof.route().address())
                .put("controlId", proof.route().controlId())
                .put("parcelSha256", proof.parcelSha256())
                .put("sentAt", proof.receipt().sentAt().toString())
                .put("receivedAt", proof.receipt().receivedAt().toString())
                .put("answer", proof.receipt().answer())
                .put("answerSha256", proof.receipt().answerSha256())
                .put("isWhole", proof.check() == Proof.Check.WHOLE);
    }

    private static String line(Proof proof) {
        return "version " + proof.version().number() + " "
                + proof.version().meaning().name().toLowerCase(Locale.ROOT) + "  "
                + proof.route().facility() + " by "
                + proof.route().channel() + "  acknowledged " + proof.receipt().receivedAt()
                + (proof.check() == Proof.Check.WHOLE ? "" : "  DOES NOT FIT ITS HASHES");
    }
}
