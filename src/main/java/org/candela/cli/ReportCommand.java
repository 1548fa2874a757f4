package org.candela.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.displayqa.report.SealedPaper;
import org.candela.readiness.stamp.ConditionsBook;
import org.candela.readiness.stamp.StampedConditions;
import org.candela.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela report}: what is kept beside signed reports. */
// [impl->req~cli.report-conditions~1]
@Command(name = "report", description = "What is kept beside signed reports.", mixinStandardHelpOptions = true)
public final class ReportCommand implements Runnable {
    private static final String MEMBER = "candelaReadingConditions";
    private static final int VERSION = 1;

    private final DeskText store;
    private final CheckCommand.CardDesk desk;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database where the workstation's SQLite file is, asked for when a command runs */
    public ReportCommand(StorePlace database, Clock clock, CheckCommand.CardDesk desk) {
        this.store = new DeskText(database, clock);
        this.desk = desk;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of reports? See candela report --help.");
    }

    /** Conditions of signatures. */
    @Command(
            name = "conditions",
            description = "Displays, light, noise, warmth, link and program at the moment a report was signed.",
            mixinStandardHelpOptions = true)
    int conditions(
            @Parameters(paramLabel = "REPORT", arity = "0..1", description = "Its id; without it all.") @Nullable
                    String report,
            @Option(names = "--export", paramLabel = "FILE", description = "Writes them to a new file, signed (JSON).")
                    @Nullable
                    Path export,
            @Mixin Output output)
            throws CandelaException, IOException {
        List<StampedConditions> stamps = store.open(database -> {
            ConditionsBook book = new ConditionsBook(database);
            return report == null ? book.all() : book.of(report);
        });
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        stamps.forEach(stamp -> json.add(json(stamp)));
        if (export != null) {
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put(MEMBER, VERSION)
                    .put("at", store.clock().instant().toString());
            document.set("reports", json);
            Files.write(export, SealedPaper.json(document, desk.key()), StandardOpenOption.CREATE_NEW);
        }
        output.print(
                json,
                stamps.isEmpty()
                        ? "No report was signed here since conditions are kept."
                        : stamps.stream().map(ReportCommand::text).collect(Collectors.joining(System.lineSeparator())));
        return stamps.isEmpty() ? Candela.NO : 0;
    }

    private static ObjectNode json(StampedConditions stamp) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("report", stamp.report())
                .put("version", stamp.version())
                .put("reportSha256", stamp.reportSha256())
                .put("at", stamp.at().toString())
                .put("sha256", stamp.sha256());
        json.set("conditions", stamp.conditions());
        return json;
    }

    private static String text(StampedConditions stamp) {
        StringBuilder text =
                new StringBuilder(stamp.report() + " version " + stamp.version() + ", signed " + stamp.at());
        stamp.conditions().properties().forEach(one -> text.append(System.lineSeparator())
                .append(line(one.getKey(), one.getValue())));
        return text.toString();
    }

    private static String line(String name, JsonNode condition) {
        String source = condition.path("source").asText();
        String basis = condition.path("basis").asText();
        return String.format(
                Locale.ROOT,
                "  %-22s %s%s%s",
                name,
                condition.path("value").asText(),
                source.isEmpty() ? "" : ", " + source,
                switch (basis) {
                    case "ATTESTED" -> " (attested)";
                    case "SIMULATED" -> " (SIMULATED)";
                    default -> "";
                });
    }
}
