package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.practice.ClaimGate;
import org.candela.practice.ClaimQuestion;
import org.candela.practice.DecisionExport;
import org.candela.practice.GateDecision;
import org.candela.practice.GateFinding;
import org.candela.practice.GateStep;
import org.candela.practice.Jurisdiction;
import org.candela.practice.KeptDecision;
import org.candela.practice.PatientPlace;
import org.candela.practice.Practice;
import org.candela.practice.ReadType;
import org.candela.store.Database;
import org.candela.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candela gate}: what stands between a study and its reader, and what it said. */
// [impl->req~cli.gate~1]
@Command(
        name = "gate",
        description = "The claim gate: may a study be read, by whom it was asked, and what it said.",
        footer = {"", "It decides from the papers on file (candela papers); it is no legal advice."},
        mixinStandardHelpOptions = true)
public final class GateCommand implements Runnable {
    private static final int ADULT = 50;

    private final DeskText store;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database where the workstation's SQLite file is, asked for when a command runs */
    public GateCommand(StorePlace database, Clock clock) {
        this.store = new DeskText(database, clock);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the gate? See candela gate --help.");
    }

    /** What it asks for. */
    @Command(name = "rules", description = "What it asks for, by rule.", mixinStandardHelpOptions = true)
    int rules(@Mixin Output output) {
        List<ClaimGate.RuleText> rules = ClaimGate.STANDARD.rules();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        rules.forEach(rule -> json.addObject().put("rule", rule.id()).put("text", rule.text()));
        output.print(
                json, rules.stream().map(rule -> rule.id() + "  " + rule.text()).collect(Collectors.joining("\n")));
        return 0;
    }

    /** Asks it of a study that need not exist; keeps nothing. */
    @Command(
            name = "ask",
            description = "May a study of a facility be read now? Exit 0 when it may, 1 when not. Nothing is kept.",
            mixinStandardHelpOptions = true)
    int ask(
            @Option(names = "--facility", required = true, paramLabel = "ID", description = "Whose study.") String id,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description = "Where it was made; else where the facility is.")
                    @Nullable
                    String state,
            @Option(
                            names = "--modality",
                            paramLabel = "CODE",
                            defaultValue = "CT",
                            description = "As MG; default: ${DEFAULT-VALUE}.")
                    String modality,
            @Mixin Output output)
            throws CandelaException {
        GateDecision decision = store.open(database -> decide(database, id, state, modality));
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("open", decision.isOpen());
        json.set("findings", DecisionExport.findings(decision.findings()));
        output.print(json, text(decision));
        return decision.isOpen() ? 0 : Candela.NO;
    }

    private GateDecision decide(Database database, String id, @Nullable String state, String modality)
            throws CandelaException {
        Facility facility = KnownFacility.in(database, store.clock(), id);
        Optional<Jurisdiction> site = state == null ? Optional.empty() : Optional.of(jurisdiction(state));
        PatientPlace place = PatientPlace.of(site, PatientPlace.servedBy(facility), Optional.empty());
        ClaimQuestion question = new ClaimQuestion(
                GateStep.CLAIM,
                facility.id(),
                facility.isDemo() ? ClaimQuestion.Origin.SYNTHETIC : ClaimQuestion.Origin.ORDERED,
                place,
                new ClaimQuestion.Work(Set.of(modality), Optional.of(ADULT), ReadType.FINAL),
                new ClaimQuestion.Desk(false, "displays are asked in the workstation"),
                store.clock().instant());
        return ClaimGate.STANDARD.decide(question, practice(database).records());
    }

    private static Jurisdiction jurisdiction(String code) throws CandelaException {
        if (!Jurisdiction.isOne(code)) {
            throw new CandelaException("cli.bad-state", "--state: \"" + code + "\" is no state, as TX");
        }
        return Jurisdiction.of(code);
    }

    private static String text(GateDecision decision) {
        String head = decision.isOpen() ? "It may be read." : "It may NOT be read.";
        return head + "\n" + decision.findings().stream().map(GateCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(GateFinding finding) {
        return finding.verdict() + "  " + finding.ruleId() + "  " + finding.text() + "  [" + finding.evidence() + "]";
    }

    /** What it said. */
    @Command(
            name = "decisions",
            description = "What it said of each study, with evidence; studies are named by their hash.",
            mixinStandardHelpOptions = true)
    int decisions(
            @Option(names = "--since", paramLabel = "YYYY-MM-DD", description = "From that day on (UTC).") @Nullable
                    LocalDate since,
            @Option(
                            names = "--csv",
                            paramLabel = "FILE",
                            description = "Writes a new CSV file, a row for each finding.")
                    @Nullable
                    Path csv,
            @Mixin Output output)
            throws CandelaException {
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<KeptDecision> decisions = store.open(database -> practice(database).decisions(from));
        if (csv != null) {
            TextFile.writeNew(csv, DecisionExport.csv(decisions));
        }
        output.print(
                DecisionExport.json(decisions),
                decisions.stream().map(GateCommand::line).collect(Collectors.joining("\n")));
        return 0;
    }

    private static String line(KeptDecision decision) {
        String blocked = decision.findings().stream()
                .filter(finding -> finding.verdict() == GateFinding.Verdict.BLOCK)
                .map(finding -> finding.text() + " [" + finding.evidence() + "]")
                .collect(Collectors.joining("; "));
        String reason = decision.reason().isBlank() ? "" : "  because: " + decision.reason();
        return decision.number() + "  " + decision.at() + "  " + decision.step() + "  " + decision.facility() + "  "
                + decision.studyHash() + "  " + decision.outcome() + "  " + blocked + reason;
    }

    private Practice practice(Database database) {
        return new Practice(database, new AuditLog(), store.clock());
    }
}
