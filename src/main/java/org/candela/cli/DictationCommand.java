package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.dictation.keep.ButtonAction;
import org.candela.dictation.keep.KeepPolicies;
import org.candela.dictation.keep.TaughtButtons;
import org.candela.dictation.keep.Utterances;
import org.candela.dictation.trend.Accuracy;
import org.candela.dictation.trend.AccuracyDay;
import org.candela.dictation.trend.AccuracyTrend;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.candela.pad.hid.ButtonPress;
import org.candela.pad.hid.HidButtons;
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

/** {@code candela dictation}: how well the reader is understood, and how long sound is kept. */
// [impl->req~cli.dictation~1]
@Command(
        name = "dictation",
        description = "How well you are understood, your words, your engine, and how long what you said is kept.",
        mixinStandardHelpOptions = true)
public final class DictationCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DeskText store;
    private final Clock clock;
    private final Supplier<String> reader;
    private final Hands hands;

    /** The buttons of this machine. */
    @FunctionalInterface
    public interface Hands {
        /** The next button that goes down on a known device or one of {@code more}; empty when none does in time. */
        Optional<ButtonPress> next(Set<String> more, Duration patience);
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database the workstation's SQLite file, asked for when a command runs */
    private DictationCommand(StorePlace database, Clock clock, Supplier<String> reader, Hands hands) {
        this.store = new DeskText(database, clock);
        this.clock = clock;
        this.reader = reader;
        this.hands = hands;
    }

    /** The command with those of its words and engine. */
    public static CommandLine commandLine(StorePlace database, Clock clock, Supplier<String> reader, Hands hands) {
        return new CommandLine(new DictationCommand(database, clock, reader, hands))
                .addSubcommand(new VocabularyCommand(database, clock, reader))
                .addSubcommand(new EngineCommand(database, clock, reader));
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

    /** What buttons do. */
    @Command(
            name = "buttons",
            description = "What buttons of dictation microphones and pedals were taught; others do the usual.",
            mixinStandardHelpOptions = true)
    int buttons(@Mixin Output output) throws CandelaException {
        return store.list(output, database -> TaughtButtons.load(database).byButton().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(taught -> new DeskText.Line(
                        taught.getKey() + ": " + words(taught.getValue()),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("button", taught.getKey())
                                .put("action", words(taught.getValue()))))
                .toList());
    }

    /** Teaches the button that is pressed next. */
    @Command(
            name = "teach",
            description = "Press a button within 30 seconds: from then on it does this. Close the room first.",
            footer = {
                "",
                "Actions: talk, toggle, next_field, previous_field, stop, replay, delete_last, sign, nothing.",
                "Of a device that is not known by itself give its USB numbers (lsusb)."
            },
            mixinStandardHelpOptions = true)
    int teach(
            @Parameters(paramLabel = "ACTION", description = "What it is to do.") ButtonAction action,
            @Option(names = "--device", paramLabel = "VENDOR:PRODUCT", description = "As 05f3:00ff.") @Nullable
                    String device,
            @Mixin Output output)
            throws CandelaException {
        ButtonPress press = hands.next(device == null ? Set.of() : Set.of(device.toLowerCase(Locale.ROOT)), PATIENCE)
                .orElseThrow(() -> new CandelaException(
                        "cli.no-button", "no button was pressed; is it plugged in, and is the room closed?"));
        String what = HidButtons.nameOf(press.device()) + ", " + press.button();
        store.open(database -> {
            TaughtButtons.teach(database, press.device(), press.button(), action);
            return true;
        });
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("device", press.device())
                        .put("button", press.button())
                        .put("action", words(action)),
                what + ": " + words(action));
        return 0;
    }

    private static String words(ButtonAction action) {
        return action.name().toLowerCase(Locale.ROOT);
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
