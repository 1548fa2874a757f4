package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.dictation.keep.KeepPolicies;
import org.candela.dictation.keep.Utterances;
import org.candela.dictation.trend.Accuracy;
import org.candela.dictation.trend.AccuracyDay;
import org.candela.dictation.trend.AccuracyTrend;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela dictation}: how well the reader is understood, and how long sound is kept. */
// [impl->req~cli.dictation~1]
@Command(
        name = "dictation",
        description = "How well you are understood, and how long what you said is kept.",
        mixinStandardHelpOptions = true)
public final class DictationCommand implements Runnable {
    private final DeskText store;
    private final Clock clock;
    private final Supplier<String> reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database the workstation's SQLite file, asked for when a command runs */
    public DictationCommand(Supplier<Path> database, Clock clock, Supplier<String> reader) {
        this.store = new DeskText(database, clock);
        this.clock = clock;
        this.reader = reader;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of dictation? See candela dictation --help.");
    }

    /** Words dictated against words signed. */
    @Command(
            name = "trend",
            description =
                    "What was changed of what you dictated until you signed it, by day and engine, the newest first.",
            footer = {
                "",
                "Compares with what you signed, which is not always what you said. No word of a report is kept."
            },
            mixinStandardHelpOptions = true)
    int trend(@Mixin Output output) throws CandelaException {
        return store.list(output, database -> AccuracyTrend.days(database).stream()
                .map(DictationCommand::line)
                .toList());
    }

    private static DeskText.Line line(AccuracyDay day) {
        Accuracy accuracy = day.accuracy();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("day", day.day().toString())
                .put("engine", day.engine())
                .put("reports", day.reports())
                .put("words", accuracy.words())
                .put("edits", accuracy.edits())
                .put("terms", accuracy.terms())
                .put("termsHeard", accuracy.termsHeard())
                .put("sideSlips", accuracy.sideSlips())
                .put("negationSlips", accuracy.negationSlips());
        String text = String.format(
                Locale.ROOT,
                "%s  %s: %d reports, %.1f %% of %d words changed, %.0f %% of %d medical terms heard, %d sides and %d"
                        + " negations slipped",
                day.day(),
                day.engine(),
                day.reports(),
                100 * accuracy.editRate(),
                accuracy.words(),
                100 * accuracy.termRecall(),
                accuracy.terms(),
                accuracy.sideSlips(),
                accuracy.negationSlips());
        return new DeskText.Line(text, json);
    }

    /** How long sound is kept. */
    @Command(
            name = "policy",
            description =
                    "For how many days after the final signature what you said is kept for a facility; 0 is at once.",
            mixinStandardHelpOptions = true)
    int policy(
            @Parameters(paramLabel = "FACILITY", description = "Its id.") String facility,
            @Option(names = "--days", paramLabel = "N", description = "0 to 365; without it the policy is told.")
                    @Nullable
                    Integer days,
            @Mixin Output output)
            throws CandelaException {
        FacilityId id = new FacilityId(facility);
        int now = store.open(database -> {
            if (new Facilities(database, new AuditLog(), clock).find(id).isEmpty()) {
                throw new CandelaException(
                        "cli.no-facility", facility + " is no facility here; see candela facility list");
            }
            KeepPolicies policies =
                    new KeepPolicies(new Utterances.Shelf(database, new AuditLog(), clock, reader.get()));
            if (days != null) {
                set(policies, id, days);
            }
            return policies.daysOf(id);
        });
        output.print(
                JsonNodeFactory.instance.objectNode().put("facility", facility).put("days", now),
                facility + ": " + (now == 0 ? "deleted with the final signature" : "kept " + now + " days after it"));
        return 0;
    }

    private static void set(KeepPolicies policies, FacilityId id, int days) throws CandelaException {
        try {
            policies.set(id, days);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.days", String.valueOf(e.getMessage()), e);
        }
    }
}
