package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.hl7.MappingPreview;
import org.candela.delivery.hl7.OruMapping;
import org.candela.delivery.hl7.OruMappingReader;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.report.SignatureMeaning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela delivery mapping}: what a facility wants in its HL7 messages. */
// [impl->req~cli.delivery-mapping~1]
@Command(
        name = "mapping",
        description = "What a facility wants in its HL7 messages: a YAML text, kept version by version.",
        footer = {
            "",
            "Shipped, to begin with: standard, lines-2.3.1, formatted-2.4, rad28-2.5, enhanced-2.5.1, pdf-2.5.1,",
            "latin-2.3.1."
        },
        mixinStandardHelpOptions = true)
final class DeliveryMappingCommand implements Runnable {
    private final DeliveryBooks books;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    DeliveryMappingCommand(DeliveryBooks books) {
        this.books = books;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which of show, check, preview, use? See candela delivery mapping --help.");
    }

    /** Prints a mapping. */
    @Command(
            name = "show",
            description = "Prints the mapping of a facility, or a shipped one.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "FACILITY|NAME", description = "Whose.") String whose, @Mixin Output output)
            throws CandelaException {
        MappingBook.Kept kept = MappingBook.SHIPPED.contains(whose)
                ? new MappingBook.Kept(0, MappingBook.shipped(whose), Instant.EPOCH)
                : books.store().open(database -> books.mappings(database)
                        .of(books.facility(database, whose).id()));
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("version", kept.version())
                        .put("text", kept.text()),
                (kept.version() == 0 ? "# as shipped\n" : "# version " + kept.version() + ", " + kept.keptAt() + "\n")
                        + kept.text());
        return 0;
    }

    /** Reads a mapping. */
    @Command(
            name = "check",
            description = "Reads a mapping and says what is wrong with it, by line.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "The text.") Path file, @Mixin Output output)
            throws CandelaException {
        OruMapping mapping = read(file.toString());
        output.print(
                JsonNodeFactory.instance.objectNode().put("name", mapping.name()),
                file + ": can be used, HL7 v" + mapping.version().text() + ", "
                        + mapping.header().charset().code());
        return 0;
    }

    /** Prints a message. */
    @Command(
            name = "preview",
            description = "Prints what a mapping makes of an invented report, segment by segment.",
            mixinStandardHelpOptions = true)
    int preview(
            @Parameters(paramLabel = "FILE|NAME|FACILITY", description = "The mapping.") String which,
            @Option(
                            names = "--meaning",
                            description = "What the signature says: ${COMPLETION-CANDIDATES}; usual: FINAL.")
                    @Nullable
                    SignatureMeaning meaning,
            @Option(names = "--facility", paramLabel = "ID", description = "To whom it would go.") @Nullable
                    String facility,
            @Mixin Output output)
            throws CandelaException {
        Optional<Facility> receiver = facility == null
                ? Optional.empty()
                : Optional.of(books.store().open(database -> books.facility(database, facility)));
        Facility to = receiver.orElseGet(
                () -> Facility.of(new FacilityId("preview"), "Preview", URI.create("http://none.invalid")));
        List<String> segments =
                MappingPreview.of(mapping(which), to, meaning == null ? SignatureMeaning.FINAL : meaning);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        segments.forEach(json::add);
        output.print(json, String.join(System.lineSeparator(), segments));
        return 0;
    }

    /** Keeps a mapping. */
    @Command(
            name = "use",
            description = "Keeps a mapping for a facility; it counts from the next message on.",
            mixinStandardHelpOptions = true)
    int use(
            @Parameters(paramLabel = "FACILITY", description = "For whom.") String facility,
            @Parameters(paramLabel = "FILE|NAME", description = "The text, or a shipped one.") String which,
            @Mixin Output output)
            throws CandelaException {
        OruMapping unused = read(which);
        String text = DeliveryBooks.mappingText(which);
        int version = books.store().open(database -> books.mappings(database)
                .keep(books.facility(database, facility).id(), text));
        output.print(
                JsonNodeFactory.instance.objectNode().put("version", version),
                "Version " + version + " is kept for " + facility + ". What was refused is written anew with"
                        + " \"send again\".");
        return 0;
    }

    private OruMapping mapping(String which) throws CandelaException {
        boolean isFacility = which.matches("[a-z0-9][a-z0-9-]{0,31}")
                && !MappingBook.SHIPPED.contains(which)
                && !Files.exists(Path.of(which));
        return isFacility
                ? books.store().open(database -> books.mappings(database)
                        .of(books.facility(database, which).id())
                        .mapping())
                : read(which);
    }

    private static OruMapping read(String nameOrFile) throws CandelaException {
        String text = DeliveryBooks.mappingText(nameOrFile);
        try {
            return OruMappingReader.read(text);
        } catch (CandelaException e) {
            throw TextFile.in(Path.of(nameOrFile), e);
        }
    }
}
