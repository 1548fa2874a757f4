package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.readiness.contingency.ContingencyBook;
import org.candela.readiness.contingency.ContingencyPdf;
import org.candela.readiness.contingency.ContingencySheet;
import org.candela.readiness.contingency.ContingencySheet.Line;
import org.candela.readiness.journal.Journal;
import org.candela.store.Database;
import org.candela.store.StorePlace;
import org.candela.study.StudyImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela contingency}: whom to call and where to go on when something fails. Needs no network. */
// [impl->req~cli.contingency~1]
@Command(
        name = "contingency",
        description = "Whom to call and where to go on when link, machine or facility fails; kept here.",
        mixinStandardHelpOptions = true)
public final class ContingencyCommand implements Runnable {
    private final DeskText store;
    private final Supplier<String> reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database where the workstation's SQLite file is, asked for when a command runs */
    public ContingencyCommand(StorePlace database, Clock clock, Supplier<String> reader) {
        this.store = new DeskText(database, clock);
        this.reader = reader;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of set, show, print? See candela contingency --help.");
    }

    /** Fills in lines. */
    @Command(
            name = "set",
            description = "Fills in lines, FIELD=VALUE.",
            footer = {
                "",
                "Of your desk: backup-provider, second-workstation, it-contact.",
                "With --facility: critical-phone, facility-it.",
                "",
                "  candela contingency set it-contact=\"Dana, +1 555 0100\"",
                "  candela contingency set --facility clinic critical-phone=\"+1 555 0101, ED charge nurse\""
            },
            mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "FIELD=VALUE", arity = "1..*", description = "As below.") List<String> fields,
            @Option(names = "--facility", paramLabel = "ID", description = "Whose they are.") @Nullable String facility,
            @Mixin Output output)
            throws CandelaException {
        return store.open(database -> {
            ContingencyBook book = book(database);
            for (String field : fields) {
                set(database, book, field, facility);
            }
            return print(book.sheet(facilities(database)), output);
        });
    }

    private void set(Database database, ContingencyBook book, String field, @Nullable String facility)
            throws CandelaException {
        int equals = field.indexOf('=');
        if (equals < 1) {
            throw new CandelaException("cli.bad-field", "\"" + field + "\" is not FIELD=VALUE");
        }
        Line line = line(field.substring(0, equals));
        String text = field.substring(equals + 1);
        try {
            if (facility == null) {
                book.set(line, text, reader.get());
            } else {
                book.set(known(database, facility), line, text, reader.get());
            }
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.bad-field", String.valueOf(e.getMessage()), e);
        }
    }

    private static Line line(String name) throws CandelaException {
        try {
            return Line.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new CandelaException(
                    "cli.bad-field", "\"" + name + "\" is no line of the sheet; see candela contingency set --help", e);
        }
    }

    /** The sheet. */
    @Command(name = "show", description = "The sheet; exit 1 where a line is missing.", mixinStandardHelpOptions = true)
    int show(@Mixin Output output) throws CandelaException {
        return store.open(database -> print(book(database).sheet(facilities(database)), output));
    }

    /** The sheet on paper. */
    @Command(name = "print", description = "Writes the sheet as a PDF to a new file.", mixinStandardHelpOptions = true)
    int print(@Parameters(paramLabel = "FILE", description = "Must not be there.") Path file, @Mixin Output output)
            throws CandelaException, IOException {
        ContingencySheet sheet = store.open(database -> book(database).sheet(facilities(database)));
        Files.write(file, ContingencyPdf.of(sheet, store.clock().instant()), StandardOpenOption.CREATE_NEW);
        output.print(JsonNodeFactory.instance.objectNode().put("file", file.toString()), "Written to " + file + ".");
        return 0;
    }

    private static int print(ContingencySheet sheet, Output output) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        sheet.rows().forEach(row -> json.put(row[0], row[1]));
        output.print(
                json,
                sheet.rows().stream()
                        .map(row -> String.format(Locale.ROOT, "%-40s  %s", row[0], row[1]))
                        .collect(Collectors.joining(System.lineSeparator())));
        return sheet.missing().isEmpty() ? 0 : Candela.NO;
    }

    private ContingencyBook book(Database database) {
        return new ContingencyBook(new Journal(database, new AuditLog(), store.clock()));
    }

    private List<Facility> facilities(Database database) throws CandelaException {
        return new Facilities(database, new AuditLog(), store.clock())
                .list().stream()
                        .filter(facility -> !facility.isDemo() && !facility.id().equals(StudyImport.LOCAL))
                        .toList();
    }

    private Facility known(Database database, String id) throws CandelaException {
        return facilities(database).stream()
                .filter(facility -> facility.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new CandelaException(
                        "cli.no-facility", id + " is no facility here; see candela facility list"));
    }
}
