package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.candela.base.CandelaException;
import org.candela.invoice.WorkedHours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela invoice hours}: times worked, as the reader enters them. */
@Command(
        name = "hours",
        description = "Times worked for a facility that pays by the hour; you enter them, nothing is derived.",
        mixinStandardHelpOptions = true)
final class InvoiceHours implements Runnable {
    private final InvoiceBooks books;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    InvoiceHours(InvoiceBooks books) {
        this.books = books;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about hours? See candela invoice hours --help.");
    }

    /** Enters one. */
    @Command(name = "add", description = "Enters a time worked.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "FACILITY", description = "As candela facility list names it.") String facility,
            @Parameters(paramLabel = "FROM", description = "As 2026-11-29T18:00, by this computer's clock.")
                    String from,
            @Parameters(paramLabel = "UNTIL", description = "The same.") String until,
            @Option(
                            names = "--note",
                            defaultValue = "",
                            paramLabel = "WORDS",
                            description = "For the facility to read.")
                    String note,
            @Mixin Output output)
            throws CandelaException {
        Instant begun = moment(from);
        Instant ended = moment(until);
        WorkedHours entered = books.store().open(database -> {
            try {
                return books.book(database)
                        .enter(
                                new WorkedHours(0, books.facility(database, facility), begun, ended, note),
                                books.reader().get());
            } catch (IllegalArgumentException e) {
                throw new CandelaException("cli.bad-hours", String.valueOf(e.getMessage()), e);
            }
        });
        output.print(json(entered), "Entered: " + text(entered));
        return 0;
    }

    /** A time that a change of the clock makes two of, or none, is refused: which was meant cannot be told. */
    private Instant moment(String text) throws CandelaException {
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            ZoneId zone = books.clock().getZone();
            if (zone.getRules().getValidOffsets(local).size() != 1) {
                throw new CandelaException(
                        "cli.bad-time", text + " is no single moment in " + zone + ": the clock changes then");
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new CandelaException("cli.bad-time", "a time is as 2026-11-29T18:00, not \"" + text + "\"", e);
        }
    }

    /** All. */
    @Command(name = "list", description = "Times entered.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        return books.store().list(output, database -> books.book(database).hours().stream()
                .map(hours -> new DeskText.Line(text(hours), json(hours)))
                .toList());
    }

    /** Takes one back. */
    @Command(
            name = "withdraw",
            description = "Takes a time back that is on no invoice.",
            mixinStandardHelpOptions = true)
    int withdraw(
            @Parameters(paramLabel = "NUMBER", description = "As candela invoice hours list names it.") long number,
            @Mixin Output output)
            throws CandelaException {
        books.store().open(database -> {
            books.book(database).withdraw(number, books.reader().get());
            return true;
        });
        output.print(JsonNodeFactory.instance.objectNode().put("withdrawn", number), number + " is withdrawn.");
        return 0;
    }

    private static String text(WorkedHours hours) {
        return hours.number() + "  " + hours.facility() + "  " + hours.from() + " to " + hours.until()
                + (hours.note().isBlank() ? "" : "  " + hours.note());
    }

    private static ObjectNode json(WorkedHours hours) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", hours.number())
                .put("facility", hours.facility().value())
                .put("from", hours.from().toString())
                .put("until", hours.until().toString())
                .put("note", hours.note());
    }
}
