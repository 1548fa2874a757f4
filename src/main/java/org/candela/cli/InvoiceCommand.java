package org.candela.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Supplier;
import org.candela.base.CandelaException;
import org.candela.invoice.Invoice;
import org.candela.invoice.InvoiceCsv;
import org.candela.invoice.InvoiceJson;
import org.candela.invoice.InvoicePdf;
import org.candela.invoice.Statement;
import org.candela.practice.Period;
import org.candela.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela invoice}: what was read and worked for a facility, priced and billed. */
// [impl->req~cli.invoice~1]
@Command(
        name = "invoice",
        description = "What was read and worked for a facility, by its pay rules; drafts and issues invoices.",
        footer = {
            "",
            "Only studies whose final report the facility has acknowledged are billed, each once. Pay rules are papers:",
            "candela papers enter pay. Work RVUs come from CANDELA_HOME/rvu.csv (code,modality,description,wrvu), which",
            "you supply; none is shipped. No patient is named: studies go by accession number."
        },
        mixinStandardHelpOptions = true)
public final class InvoiceCommand implements Runnable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final InvoiceBooks books;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    private InvoiceCommand(InvoiceBooks books) {
        this.books = books;
    }

    /**
     * The command with all below it.
     *
     * @param database where the workstation's SQLite file is, asked for when a command runs
     * @param rvuTable the reader's own table of work RVUs; need not be there
     * @param reader who enters and issues
     */
    public static CommandLine commandLine(
            StorePlace database, Clock clock, Supplier<Path> rvuTable, Supplier<String> reader) {
        InvoiceBooks books = new InvoiceBooks(new DeskText(database, clock), rvuTable, reader);
        return new CommandLine(new InvoiceCommand(books)).addSubcommand(new InvoiceHours(books));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about invoices? See candela invoice --help.");
    }

    /** Which days. */
    static final class Days {
        @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "A whole month.")
        @Nullable
        String month;

        @ArgGroup(exclusive = false, multiplicity = "1")
        @Nullable
        Between between;

        Period period() throws CandelaException {
            try {
                if (between != null) {
                    return new Period(between.from, between.through);
                }
                YearMonth whole = YearMonth.parse(String.valueOf(month));
                return new Period(whole.atDay(1), whole.atEndOfMonth());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new CandelaException("cli.bad-days", "these are no days: " + e.getMessage(), e);
            }
        }
    }

    /** From a day through a day. */
    static final class Between {
        @Option(names = "--from", required = true, paramLabel = "YYYY-MM-DD", description = "First day.")
        @SuppressWarnings("NullAway.Init") // set by picocli, which requires it
        LocalDate from;

        @Option(names = "--through", required = true, paramLabel = "YYYY-MM-DD", description = "Last day.")
        @SuppressWarnings("NullAway.Init") // set by picocli, which requires it
        LocalDate through;
    }

    /** What an invoice would say. */
    @Command(
            name = "draft",
            description = "What is not billed yet, priced; keeps nothing. Says of each study that is left why.",
            mixinStandardHelpOptions = true)
    int draft(
            @Parameters(paramLabel = "FACILITY", description = "As candela facility list names it.") String facility,
            @ArgGroup(multiplicity = "1") Days days,
            @Mixin Written written,
            @Mixin Output output)
            throws CandelaException {
        Period period = days.period();
        Statement statement = books.store().open(database -> books.statement(database, facility, period));
        ObjectNode body = InvoiceJson.draft(statement);
        written.write(body);
        output.print(body, InvoiceLines.text(body));
        return 0;
    }

    /** Issues it. */
    @Command(
            name = "issue",
            description = "Issues an invoice of what is not billed yet; it is kept as it is.",
            mixinStandardHelpOptions = true)
    int issue(
            @Parameters(paramLabel = "FACILITY", description = "As candela facility list names it.") String facility,
            @ArgGroup(multiplicity = "1") Days days,
            @Mixin Written written,
            @Mixin Output output)
            throws CandelaException {
        Period period = days.period();
        Invoice invoice = books.store().open(database -> books.book(database)
                .issue(
                        books.statement(database, facility, period),
                        books.reader().get()));
        return tell(invoice, written, output);
    }

    /** All that were issued. */
    @Command(name = "list", description = "Invoices that were issued.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        return books.store().list(output, database -> books.book(database).invoices().stream()
                .map(InvoiceLines::line)
                .toList());
    }

    /** One as it was issued. */
    @Command(
            name = "show",
            description = "An invoice as it was issued, checked against its hash.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "NUMBER", description = "As candela invoice list names it.") String number,
            @Mixin Written written,
            @Mixin Output output)
            throws CandelaException {
        return tell(books.store().open(database -> books.book(database).invoice(number)), written, output);
    }

    /** Takes one back. */
    @Command(
            name = "void",
            description = "Says that an invoice does not count any more; what it billed may be billed again.",
            mixinStandardHelpOptions = true)
    int voidOne(
            @Parameters(paramLabel = "NUMBER", description = "As candela invoice list names it.") String number,
            @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why.") String reason,
            @Mixin Output output)
            throws CandelaException {
        books.store().open(database -> {
            books.book(database).voidOne(number, reason, books.reader().get());
            return true;
        });
        output.print(JsonNodeFactory.instance.objectNode().put("voided", number), number + " does not count any more.");
        return 0;
    }

    private static int tell(Invoice invoice, Written written, Output output) throws CandelaException {
        JsonNode body = body(invoice);
        written.write(body);
        ObjectNode json = InvoiceLines.json(invoice);
        json.set("body", body);
        String voided = invoice.voided()
                .map(voiding -> "VOID since " + voiding.at() + ": " + voiding.reason() + "\n")
                .orElse("");
        output.print(json, voided + InvoiceLines.text(body) + "\nsha256 " + invoice.sha256());
        return 0;
    }

    private static JsonNode body(Invoice invoice) {
        try {
            return MAPPER.readTree(invoice.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an invoice whose hash holds is as it was written", e);
        }
    }

    /** Files for others. */
    static final class Written {
        @Option(names = "--csv", paramLabel = "FILE", description = "Writes a new CSV file.")
        @Nullable
        private Path csv;

        @Option(names = "--pdf", paramLabel = "FILE", description = "Writes a new PDF file.")
        @Nullable
        private Path pdf;

        void write(JsonNode body) throws CandelaException {
            if (csv != null) {
                TextFile.writeNew(csv, InvoiceCsv.of(body));
            }
            if (pdf != null) {
                TextFile.writeNew(pdf, print(body));
            }
        }

        private static byte[] print(JsonNode body) throws CandelaException {
            try {
                return InvoicePdf.of(body);
            } catch (IOException e) {
                throw new CandelaException("cli.not-printed", "the invoice cannot be printed", e);
            }
        }
    }
}
