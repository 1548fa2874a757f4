package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.critical.CriticalPolicy;
import org.candela.critical.LoopStanding;
import org.candela.critical.PolicyText;
import org.candela.critical.ReportSentence;
import org.candela.critical.paper.EvidencePaper;
import org.candela.facility.FacilityId;
import org.candela.readiness.card.CardPaper;
import org.candela.store.Database;
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

/** {@code candela critical}: critical results, and what facilities want done with them. Needs no network. */
// [impl->req~cli.critical~1]
@Command(
        name = "critical",
        description = "Critical results: policies of facilities, what is open, records, evidence.",
        mixinStandardHelpOptions = true)
public final class CriticalCommand implements Runnable {
    private static final SignedPaper PAPER =
            new SignedPaper("evidence of a critical result", "cli.no-evidence", EvidencePaper::verify);

    private final DeskText store;
    private final Supplier<String> reader;
    private final CheckCommand.CardDesk desk;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /**
     * Without what records.
     *
     * @param database the workstation's SQLite file, asked for when a command runs
     * @param desk what signs evidence
     */
    CriticalCommand(StorePlace database, Clock clock, Supplier<String> reader, CheckCommand.CardDesk desk) {
        this.store = new DeskText(database, clock);
        this.reader = reader;
        this.desk = desk;
    }

    /** With what records. */
    public static CommandLine commandLine(
            StorePlace database, Clock clock, Supplier<String> reader, CheckCommand.CardDesk desk) {
        return new CommandLine(new CriticalCommand(database, clock, reader, desk))
                .addSubcommand(new CriticalRecord(database, clock, reader));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which of policy, list, show, record, evidence, verify? See candela critical --help.");
    }

    private CriticalLoops loops(Database database) throws CandelaException {
        return CriticalLoops.open(database, new AuditLog(), store.clock());
    }

    /** Shows, exports or replaces a policy. */
    @Command(
            name = "policy",
            description =
                    "What a facility wants done with critical findings: shown, written to a file, taken from one.",
            footer = {
                "",
                "A policy is a text, one statement a line:",
                "",
                "  zone America/Chicago",
                "  limit 1 15m                 how long category 1, 2 or 3 may take: m, h or d",
                "  finding 1 tension pneumothorax",
                "  receiver ordering provider  who may receive; without any, anybody",
                "  step * 0m | ED charge nurse | Jane Doe | +1 555 0101"
            },
            mixinStandardHelpOptions = true)
    int policy(
            @Parameters(paramLabel = "FACILITY", description = "Whose.") String facility,
            @Option(names = "--export", paramLabel = "FILE", description = "Writes it; must not be there.") @Nullable
                    Path export,
            @Option(names = "--import", paramLabel = "FILE", description = "Puts it in force as the next version.")
                    @Nullable
                    Path take,
            @Option(names = "--history", description = "Lists the versions.") boolean isHistory,
            @Mixin Output output)
            throws CandelaException {
        FacilityId id = id(facility);
        if (take != null) {
            DeskText.Done done = new DeskText.Done("findings", "findings; this policy of " + id + " is in force");
            return store.take(take, output, done, (database, text) -> enter(database, id, text));
        }
        if (export != null) {
            return store.export(export, output, "Policy with %d findings", database -> {
                CriticalPolicy policy = loops(database).policy(id);
                return new DeskText.Written(
                        PolicyText.write(policy), policy.findings().size());
            });
        }
        return isHistory ? history(id, output) : show(id, output);
    }

    private int enter(Database database, FacilityId id, String text) throws CandelaException {
        CriticalPolicy policy = PolicyText.read(text, store.clock().getZone());
        loops(database).policies().enter(id, policy, reader.get());
        return policy.findings().size();
    }

    private int history(FacilityId id, Output output) throws CandelaException {
        return store.list(output, database -> loops(database).policies().versions(id).stream()
                .map(kept -> new DeskText.Line(
                        "version " + kept.version() + "   " + kept.at() + "   " + kept.by(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("version", kept.version())
                                .put("at", kept.at().toString())
                                .put("by", kept.by())))
                .toList());
    }

    private int show(FacilityId id, Output output) throws CandelaException {
        return store.open(database -> {
            CriticalLoops loops = loops(database);
            String text = PolicyText.write(loops.policy(id));
            int version = loops.policies().kept(id).map(kept -> kept.version()).orElse(0);
            String head = version == 0
                    ? "# start values: the facility has entered nothing; limits and findings are for it to say\n"
                    : "# version " + version + "\n";
            output.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("version", version)
                            .put("policy", text),
                    (head + text).stripTrailing());
            return 0;
        });
    }

    /** What is open, and all on request. */
    @Command(
            name = "list",
            description = "Critical results that are open, the most urgent first; exit 1 while one is.",
            mixinStandardHelpOptions = true)
    int list(@Option(names = "--all", description = "Closed ones too.") boolean isAll, @Mixin Output output)
            throws CandelaException {
        return store.open(database -> {
            CriticalLoops loops = loops(database);
            List<CriticalLoop> found = isAll ? loops.all() : loops.stillOpen();
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            found.forEach(loop -> json.add(CriticalLines.json(loop)));
            String lines = found.stream()
                    .map(loop -> CriticalLines.line(standing(loops, loop)))
                    .collect(Collectors.joining(System.lineSeparator()));
            output.print(json, lines.isEmpty() ? "None." : lines);
            return loops.stillOpen().isEmpty() ? 0 : Candela.NO;
        });
    }

    private LoopStanding standing(CriticalLoops loops, CriticalLoop loop) {
        return LoopStanding.of(
                loop, loops.policy(loop.subject().facility()), store.clock().instant());
    }

    /** One with everything that happened to it. */
    @Command(
            name = "show",
            description = "A critical result with all its entries and its ladder.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID", description = "As listed.") String id, @Mixin Output output)
            throws CandelaException {
        return store.open(database -> {
            CriticalLoops loops = loops(database);
            CriticalLoop loop = CriticalLines.find(loops, id);
            CriticalPolicy policy = loops.policy(loop.subject().facility());
            ObjectNode json = CriticalLines.json(loop);
            String sentence = ReportSentence.of(loop, policy.zone()).orElse("");
            json.put("sentence", sentence);
            output.print(json, CriticalLines.whole(standing(loops, loop), policy, sentence));
            return 0;
        });
    }

    /** The paper. */
    @Command(
            name = "evidence",
            description = "Writes the record of a critical result, signed, as .pdf or .json; FILE must not be there.",
            mixinStandardHelpOptions = true)
    int evidence(
            @Parameters(index = "0", paramLabel = "ID", description = "As listed.") String id,
            @Parameters(index = "1", paramLabel = "FILE", description = "Must not be there.") Path file,
            @Mixin Output output)
            throws CandelaException, IOException {
        PaperForm form = PaperForm.of(file, "evidence");
        EvidencePaper paper = store.open(database -> {
            CriticalLoops loops = loops(database);
            CriticalLoop loop = CriticalLines.find(loops, id);
            CardPaper.About about = desk.about();
            return new EvidencePaper(
                    loop,
                    loops.policyAtOpening(loop),
                    new EvidencePaper.About(
                            about.reader(),
                            about.workstation(),
                            about.program(),
                            store.clock().instant()));
        });
        byte[] bytes =
                switch (form) {
                    case PDF -> paper.pdf(desk.key());
                    case JSON -> paper.json(desk.key());
                };
        TextFile.writeNew(file, bytes);
        output.print(JsonNodeFactory.instance.objectNode().put("file", file.toString()), "Written to " + file + ".");
        return 0;
    }

    /** Whether a paper is as it was signed. */
    @Command(
            name = "verify",
            description = "Checks written evidence: 0 as it was signed, 1 changed or another key, 2 no evidence.",
            mixinStandardHelpOptions = true)
    int verify(@Parameters(paramLabel = "FILE", description = "As evidence writes it.") Path file, @Mixin Output output)
            throws CandelaException, IOException {
        return PAPER.verify(file, desk.fingerprints()::contains, output);
    }

    private static FacilityId id(String facility) throws CandelaException {
        try {
            return new FacilityId(facility);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.bad-facility", String.valueOf(e.getMessage()), e);
        }
    }
}
