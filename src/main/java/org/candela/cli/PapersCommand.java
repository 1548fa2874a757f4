package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.practice.CompactStates;
import org.candela.practice.Jurisdiction;
import org.candela.practice.PatientPlace;
import org.candela.practice.Practice;
import org.candela.practice.PracticeJson;
import org.candela.practice.PracticePlan;
import org.candela.practice.PracticeRecord;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.StorePlace;
import org.candela.worklist.ListedCount;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela papers}: what is on file about the reader, of which the gate asks before each study. */
// [impl->req~cli.papers~1]
@Command(
        name = "papers",
        description =
                "Licences, credentials, policies and contracts of the reader; the gate asks them before each study.",
        footer = {
            "",
            "A paper entered again takes the place of the one before; nothing is deleted. Days are as 2026-12-31.",
            "See what a study would need with: candela gate ask"
        },
        mixinStandardHelpOptions = true)
public final class PapersCommand implements Runnable {
    private final DeskText store;
    private final Supplier<String> reader;
    private final Documents documents;

    /** Where copies of papers are kept. */
    public interface Documents {
        /** Keeps a copy of the file; returns its SHA-256, lower-case hex. */
        String keep(Path file) throws CandelaException;

        /** The reader's own list of compact states; need not be there. */
        Path compactList();
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /**
     * @param database where the workstation's SQLite file is, asked for when a command runs
     * @param reader who enters
     */
    public PapersCommand(StorePlace database, Clock clock, Supplier<String> reader, Documents documents) {
        this.documents = documents;
        this.store = new DeskText(database, clock);
        this.reader = reader;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about papers? See candela papers --help.");
    }

    /** What counts now. */
    @Command(name = "list", description = "What is on file.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        return store.list(output, database -> practice(database).list().stream()
                .map(record -> new DeskText.Line(
                        record.kind().name().toLowerCase(Locale.ROOT) + "  " + record.key() + "  " + record.text(),
                        PracticeJson.write(record).put("key", record.key())))
                .toList());
    }

    /** Enters one by its fields. */
    @Command(
            name = "enter",
            description = "Enters a paper by its fields, FIELD=VALUE, words of a list with commas between.",
            footer = {
                "",
                "licence     state number grade=full|training|telemedicine|restricted route=compact|direct from through",
                "            [verifiedOn]",
                "credential  facility status=applied|in-review|approved|suspended|expired applied [expected]",
                "            reads=preliminary|final [from through, once approved] [modalities]",
                "policy      carrier number from through [limits] states facilities [telemedicine=true] [tail=true]",
                "engagement  facility model=employed|moonlighting|contractor from through [employerConsent]",
                "            [associateAgreement]",
                "terms       facility [breastInFacility=true] [localTeam=paediatric,interventional] [sites/NAME=STATE ...]",
                "location    country place: where you read from in this shift",
                "emergency   state reference from through",
                "dossier     paper=board-certification|malpractice-history|continuing-education|dea-registration|",
                "            reference|other title dated [expires]",
                "pay         facility from through basis=hourly|per-study|per-rvu|salary [currency=USD]",
                "            hourly: rate [minimumHours]; per-study: rate [rates/CT=AMOUNT ...]; per-rvu: rate;",
                "            salary: monthly [bonusAbove bonusRate] (work RVUs of a month)",
                "            [afterHoursFactor=1.25 afterHoursFrom=18:00 afterHoursUntil=07:00",
                "            afterHoursZone=America/Chicago] [afterHoursDays=saturday,sunday]",
                "",
                "  candela papers enter licence state=TX number=K1 grade=full route=compact from=2026-01-01 \\",
                "      through=2027-12-31 --document licence.pdf"
            },
            mixinStandardHelpOptions = true)
    int enter(
            @Parameters(paramLabel = "KIND", description = "As below.") PracticeRecord.Kind kind,
            @Parameters(paramLabel = "FIELD=VALUE", arity = "1..*", description = "As below.") List<String> fields,
            @Option(
                            names = "--document",
                            paramLabel = "FILE",
                            description = "A copy of the paper: kept below CANDELA_HOME/papers under its hash.")
                    @Nullable
                    Path document,
            @Mixin Output output)
            throws CandelaException {
        ObjectNode json = PaperFields.of(kind, fields, store.clock().instant());
        if (document != null) {
            json.put("documentSha256", documents.keep(document));
        }
        PracticeRecord record = PracticeJson.read(json);
        store.open(database -> {
            practice(database).enter(List.of(record), reader.get());
            return true;
        });
        output.print(PracticeJson.write(record).put("key", record.key()), "On file: " + record.text());
        return 0;
    }

    /** What to see to. */
    @Command(
            name = "plan",
            description = "What lapses, what is awaited, which papers lack, and which licence would open most studies.",
            footer = {
                "",
                "Which states issue licences by the compact is a dated list and advice only; keep one of your own as",
                "CANDELA_HOME/compact.yaml."
            },
            mixinStandardHelpOptions = true)
    int plan(@Mixin Output output) throws CandelaException {
        CompactStates compact = CompactStates.of(documents.compactList());
        PracticePlan plan = store.open(database -> PracticePlan.of(
                practice(database).records(),
                volume(database),
                compact,
                store.clock().instant()));
        output.print(PlanLines.json(plan, compact), PlanLines.text(plan, compact));
        return 0;
    }

    /** A study of a facility of several states counts for each. */
    private Map<Jurisdiction, Integer> volume(Database database) throws StoreException {
        Map<Jurisdiction, Integer> volume = new TreeMap<>();
        for (Facility facility : new Facilities(database, new AuditLog(), store.clock()).list()) {
            int listed = ListedCount.of(database, facility.id());
            PatientPlace.servedBy(facility).forEach(state -> volume.merge(state, listed, Integer::sum));
        }
        return volume;
    }

    /** Ends one. */
    @Command(
            name = "withdraw",
            description = "Says that a paper does not count any more; it stays in the history.",
            mixinStandardHelpOptions = true)
    int withdraw(
            @Parameters(paramLabel = "KIND", description = "As candela papers list names it.") PracticeRecord.Kind kind,
            @Parameters(paramLabel = "KEY", description = "As candela papers list names it.") String key,
            @Mixin Output output)
            throws CandelaException {
        store.open(database -> {
            practice(database).withdraw(kind, key, reader.get());
            return true;
        });
        output.print(JsonNodeFactory.instance.objectNode().put("withdrawn", key), key + " does not count any more.");
        return 0;
    }

    /** Enters all of a file or none. */
    @Command(
            name = "import",
            description = "Enters the papers of a JSON file, as candela papers list --json writes them: all or none.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "FILE", description = "An array of objects, each with its \"kind\".") Path file,
            @Mixin Output output)
            throws CandelaException {
        DeskText.Done done = new DeskText.Done("entered", "papers entered");
        return store.take(file, output, done, (database, text) -> {
            List<PracticeRecord> records = PracticeJson.readAll(text);
            practice(database).enter(records, reader.get());
            return records.size();
        });
    }

    private Practice practice(Database database) {
        return new Practice(database, new AuditLog(), store.clock());
    }
}
