package org.candela.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.critical.Communication;
import org.candela.critical.Communication.Method;
import org.candela.critical.Communication.ReadBack;
import org.candela.critical.CriticalCategory;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.critical.CriticalSubject;
import org.candela.critical.Happening;
import org.candela.critical.Happening.Outcome;
import org.candela.critical.ReportSentence;
import org.candela.facility.FacilityId;
import org.candela.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela critical record}: what the form of the room does, without its windows. */
// [impl->req~cli.critical~1]
@Command(
        name = "record",
        description = "Records a critical result, a call, who was told, or a correction.",
        footer = {
            "",
            "  candela critical record new --facility north --study 1.2.3 --category 1 --finding \"tension pneumothorax\"",
            "  candela critical record 3f2a --tried \"ED charge nurse\" --phone 0101 --outcome no-answer",
            "  candela critical record 3f2a --told \"Roe, Richard\" --role \"ED attending\" --method telephone --read-back",
            "  candela critical record 3f2a --told \"Roe, Rachel\" --read-back --correct \"the name was misheard\"",
            "  candela critical record 3f2a --withdraw \"opened twice\""
        },
        mixinStandardHelpOptions = true)
public final class CriticalRecord implements Callable<Integer> {
    private static final String NEW = "new";

    private final DeskText store;
    private final Supplier<String> reader;

    @Parameters(paramLabel = "ID", description = "As listed, or \"new\".")
    private String id = "";

    @Option(names = "--facility", paramLabel = "ID", description = "With new: where the study is.")
    private String facility = "";

    @Option(names = "--study", paramLabel = "UID", description = "With new: Study Instance UID.")
    private String study = "";

    @Option(names = "--accession", paramLabel = "NUMBER", description = "With new: Accession Number.")
    private String accession = "";

    @Option(names = "--category", paramLabel = "1|2|3", description = "With new.")
    private String category = "";

    @Option(names = "--finding", paramLabel = "WORDS", description = "With new.")
    private String finding = "";

    @Option(names = "--at", paramLabel = "INSTANT", description = "When, as 2026-11-29T03:20:00Z; now without it.")
    private @Nullable String at;

    @Option(names = "--tried", paramLabel = "WHO", description = "Who was called in vain.")
    private @Nullable String tried;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "At which number.")
    private String phone = "";

    @Option(
            names = "--outcome",
            paramLabel = "WORD",
            description = "no-answer, busy, message-left, will-call-back, wrong-number, call-another.")
    private String outcome = "no-answer";

    @Option(names = "--told", paramLabel = "NAME", description = "Who received it.")
    private @Nullable String told;

    @Option(names = "--role", paramLabel = "ROLE", description = "In which role.")
    private String role = "";

    @Option(names = "--method", paramLabel = "WORD", description = "telephone, in-person, video-call, other-messaging.")
    private String method = "telephone";

    @Option(names = "--read-back", description = "It was read back; without this the notes say why not.")
    private boolean isReadBack;

    @Option(names = "--notes", paramLabel = "WORDS", description = "As written down.")
    private String notes = "";

    @Option(names = "--correct", paramLabel = "REASON", description = "What is told takes the place of a record.")
    private @Nullable String correct;

    @Option(names = "--reopen", paramLabel = "REASON", description = "What is on record did not happen.")
    private @Nullable String reopen;

    @Option(names = "--withdraw", paramLabel = "REASON", description = "It was opened by mistake.")
    private @Nullable String withdraw;

    @Mixin
    private final Output output = new Output();

    /** @param database the workstation's SQLite file, asked for when the command runs */
    public CriticalRecord(StorePlace database, Clock clock, Supplier<String> reader) {
        this.store = new DeskText(database, clock);
        this.reader = reader;
    }

    @Override
    public Integer call() throws CandelaException {
        return store.open(database -> {
            CriticalLoops loops = CriticalLoops.open(database, new AuditLog(), store.clock());
            try {
                CriticalLoop loop = id.equals(NEW) ? begin(loops) : add(loops);
                String sentence = ReportSentence.of(
                                loop, loops.zone(loop.subject().facility()))
                        .orElse("Recorded. It is " + loop.state().name().toLowerCase(Locale.ROOT) + ".");
                output.print(CriticalLines.json(loop), loop.id() + System.lineSeparator() + sentence);
                return 0;
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new CandelaException("cli.bad-record", String.valueOf(e.getMessage()), e);
            }
        });
    }

    private CriticalLoop begin(CriticalLoops loops) throws CandelaException {
        CriticalCategory known = CriticalCategory.of(category)
                .orElseThrow(() -> new IllegalArgumentException("--category is 1, 2 or 3"));
        CriticalSubject subject = new CriticalSubject(new FacilityId(facility), new Uid(study), "", "", accession, "");
        return loops.open(subject, known, finding, moment(), reader.get());
    }

    private CriticalLoop add(CriticalLoops loops) throws CandelaException {
        return loops.add(CriticalLines.find(loops, id).id(), happening(), reader.get());
    }

    private Happening happening() {
        if (told != null) {
            Communication communication = new Communication(
                    told,
                    role,
                    reader.get(),
                    word(Method.class, method),
                    moment(),
                    isReadBack ? ReadBack.READ_BACK : ReadBack.NOT_READ_BACK,
                    notes);
            return correct == null
                    ? new Happening.Told(communication)
                    : new Happening.Corrected(communication, correct);
        }
        if (tried != null) {
            return new Happening.Attempted(
                    tried, phone, word(Method.class, method), moment(), word(Outcome.class, outcome));
        }
        if (reopen != null) {
            return new Happening.Reopened(reopen);
        }
        return new Happening.Withdrawn(Optional.ofNullable(withdraw)
                .orElseThrow(() -> new IllegalArgumentException("say --tried, --told, --reopen or --withdraw")));
    }

    private Instant moment() {
        return at == null ? store.clock().instant() : Instant.parse(at);
    }

    private static <E extends Enum<E>> E word(Class<E> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + word + "\" is none of " + Arrays.toString(words.getEnumConstants())));
    }
}
