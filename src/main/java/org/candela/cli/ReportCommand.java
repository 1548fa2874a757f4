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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.displayqa.report.SealedPaper;
import org.candela.readiness.stamp.ConditionsBook;
import org.candela.readiness.stamp.StampedConditions;
import org.candela.report.DraftBin;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportId;
import org.candela.report.ReportState;
import org.candela.report.ReportStates;
import org.candela.report.Reports;
import org.candela.report.template.Templates;
import org.candela.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela report}: signed reports, their versions, and what is kept beside them. */
// [impl->req~cli.report-conditions~1]
@Command(
        name = "report",
        description = "Signed reports, their versions, and what is kept beside them.",
        mixinStandardHelpOptions = true)
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

    /** All versions. */
    // [impl->req~cli.report-versions~1]
    @Command(
            name = "versions",
            description = "Signed versions, oldest first: meaning, signer, time, hash, what they change.",
            mixinStandardHelpOptions = true)
    int versions(
            @Parameters(paramLabel = "REPORT", arity = "0..1", description = "Its id; without it all.") @Nullable
                    String report,
            @Mixin Output output)
            throws CandelaException {
        return print(output, history -> history.versions(Optional.ofNullable(report)));
    }

    /** What changed. */
    @Command(
            name = "diff",
            description = "What one signed version says otherwise than another, word by word.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "REPORT", description = "Its id.") String report,
            @Option(names = "--from", paramLabel = "N", description = "Older version; else the one before --to.")
                    int from,
            @Option(names = "--to", paramLabel = "N", description = "Newer version; else the newest.") int to,
            @Mixin Output output)
            throws CandelaException {
        return print(output, history -> history.diff(report, from, to));
    }

    /** Whether all is as it was signed. */
    @Command(
            name = "verify",
            description =
                    "Checks each signed version: its hash, the version before it, the audit trail. Ends with 1 on a fault.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin Output output) throws CandelaException {
        return print(output, ReportHistory::verify);
    }

    /** Keeps a report from signature. */
    @Command(
            name = "hold",
            description = "Keeps a draft, or a report that its facility refused, until its order is there.",
            mixinStandardHelpOptions = true)
    int hold(
            @Parameters(paramLabel = "REPORT", description = "Its id.") String report,
            @Option(names = "--by", required = true, paramLabel = "READER", description = "Who holds it.") String by,
            @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why.") String reason,
            @Mixin Output output)
            throws CandelaException {
        return move(report, ReportState.HELD, by, reason, output);
    }

    /** Takes a held report up again. */
    @Command(
            name = "resume",
            description = "Takes a held report up again: its order came.",
            mixinStandardHelpOptions = true)
    int resume(
            @Parameters(paramLabel = "REPORT", description = "Its id.") String report,
            @Option(names = "--by", required = true, paramLabel = "READER", description = "Who takes it up.") String by,
            @Mixin Output output)
            throws CandelaException {
        ReportState now = store.open(database ->
                new ReportStates(new Ledger(database, new AuditLog(), store.clock())).resume(new ReportId(report), by));
        return tell(report, now, output);
    }

    /** Drafts, also those that were thrown away. */
    // [impl->req~report.discard~1]
    @Command(
            name = "drafts",
            description = "Lists unsigned drafts, and those that were thrown away and can be brought back.",
            mixinStandardHelpOptions = true)
    int drafts(@Mixin Output output) throws CandelaException {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        List<String> lines = store.open(database -> {
            List<String> found = new ArrayList<>();
            for (ReportDraft draft : new Reports(database, Templates.shipped()).unsignedDrafts()) {
                json.addObject().put("report", draft.id().value()).put("isDiscarded", false);
                found.add(draft.id() + "  " + draft.study().facility());
            }
            Ledger ledger = new Ledger(database, new AuditLog(), store.clock());
            for (DraftBin.Discarded each : new DraftBin(ledger).all()) {
                json.addObject().put("report", each.report().value()).put("isDiscarded", true);
                found.add(each.report() + "  " + each.facility() + "  thrown away " + each.at() + " by " + each.by()
                        + ": " + each.reason() + "; gone from " + each.at().plus(DraftBin.KEPT));
            }
            return found;
        });
        output.print(json, lines.isEmpty() ? "No draft." : String.join(System.lineSeparator(), lines));
        return 0;
    }

    /** Throws a draft away. */
    @Command(
            name = "discard",
            description = "Throws an unsigned draft away: out of the way at once, gone with its sound after 30 days.",
            mixinStandardHelpOptions = true)
    int discard(
            @Parameters(paramLabel = "REPORT", description = "Its id, as drafts lists it.") String report,
            @Option(names = "--by", required = true, paramLabel = "READER", description = "Who does it.") String by,
            @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why.") String reason,
            @Mixin Output output)
            throws CandelaException {
        return bin(report, "thrown away", output, bin -> bin.discard(new ReportId(report), by, reason));
    }

    /** Brings one back. */
    @Command(
            name = "bring-back",
            description = "Brings a draft back that was thrown away.",
            mixinStandardHelpOptions = true)
    int bringBack(
            @Parameters(paramLabel = "REPORT", description = "Its id, as drafts lists it.") String report,
            @Option(names = "--by", required = true, paramLabel = "READER", description = "Who does it.") String by,
            @Mixin Output output)
            throws CandelaException {
        return bin(report, "a draft again", output, bin -> bin.bringBack(new ReportId(report), by));
    }

    /** Something done with thrown-away drafts. */
    private interface BinWork {
        void with(DraftBin bin) throws CandelaException;
    }

    private int bin(String report, String now, Output output, BinWork work) throws CandelaException {
        boolean isDone = store.open(database -> {
            work.with(new DraftBin(new Ledger(database, new AuditLog(), store.clock())));
            return true;
        });
        output.print(
                JsonNodeFactory.instance.objectNode().put("report", report).put("isDone", isDone),
                report + " is " + now);
        return 0;
    }

    private int move(String report, ReportState to, String by, String reason, Output output) throws CandelaException {
        store.open(database -> {
            Ledger ledger = new Ledger(database, new AuditLog(), store.clock());
            new ReportStates(ledger).move(new ReportId(report), to, by, reason);
            return to;
        });
        return tell(report, to, output);
    }

    private static int tell(String report, ReportState to, Output output) throws CandelaException {
        output.print(
                JsonNodeFactory.instance.objectNode().put("report", report).put("state", to.name()),
                report + " is " + to.name().toLowerCase(Locale.ROOT) + " now");
        return 0;
    }

    /** Something asked of the history. */
    private interface Question {
        ReportHistory.Answer of(ReportHistory history) throws CandelaException;
    }

    private int print(Output output, Question question) throws CandelaException {
        ReportHistory.Answer answer = store.open(database -> question.of(new ReportHistory(database)));
        output.print(answer.json(), answer.text());
        return answer.code();
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
