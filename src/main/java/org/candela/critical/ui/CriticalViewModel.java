package org.candela.critical.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.critical.CriticalCategory;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.critical.CriticalPolicy;
import org.candela.critical.CriticalSubject;
import org.candela.critical.Happening;
import org.candela.critical.LoopStanding;
import org.candela.critical.LoopStanding.Urgency;
import org.candela.critical.ReportSentence;
import org.candela.facility.FacilityId;
import org.candela.ui.Messages;

/** State of critical results on the work screen. FX thread only; needs no toolkit. */
// [impl->req~critical.desk~1]
public final class CriticalViewModel {
    /** How often a red one is heard until it is closed or silenced. */
    private static final Duration HEARD_EVERY = Duration.ofMinutes(2);
    /** How long closed ones stay below the open ones, to be put right. */
    private static final Duration STILL_LISTED = Duration.ofHours(12);

    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final CriticalLoops loops;
    private final Threads threads;
    private final Seat seat;
    private final CallRecords records;
    private final Messages words = Messages.of(CriticalViewModel.class);
    private final ObservableList<LoopStanding> standings = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Urgency> urgency = new ReadOnlyObjectWrapper<>(Urgency.IN_TIME);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Prefill>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<UUID, Instant> heard = new HashMap<>();
    private Runnable alarm = () -> {};
    private Consumer<Closed> closedListener = closed -> {};

    /**
     * Where work is done.
     *
     * @param io for the disk
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    /**
     * Who reads here.
     *
     * @param reader for the records
     * @param printedName as sentences name who told
     * @param contact telephone number of a facility from the contact card; may be blank
     */
    public record Seat(String reader, String printedName, Clock clock, Function<FacilityId, String> contact) {}

    /**
     * What the form begins with.
     *
     * @param loop the one that is there; empty for a new one
     */
    public record Prefill(
            CriticalSubject subject, Optional<CriticalLoop> loop, CriticalCategory category, String finding) {}

    /**
     * Somebody was told.
     *
     * @param former what the report said of it before; may be empty
     * @param sentence what it says now
     */
    public record Closed(CriticalLoop loop, String former, String sentence) {}

    public CriticalViewModel(CriticalLoops loops, Threads threads, Seat seat) {
        this.loops = loops;
        this.threads = threads;
        this.seat = seat;
        this.records = new CallRecords(loops, seat);
        loops.onChange(() -> threads.ui().execute(this::tick));
        tick();
    }

    /** Open ones, the least time left first, then those closed in the last half day. */
    public ObservableList<LoopStanding> standings() {
        return standings;
    }

    /** How many are open and how the most urgent stands, without the patient; empty while none is open. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Of the most urgent. */
    public ReadOnlyObjectProperty<Urgency> urgencyProperty() {
        return urgency.getReadOnlyProperty();
    }

    /** What went wrong last; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What stands in the form; empty while none is open. */
    public ReadOnlyObjectProperty<Optional<Prefill>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Heard when one turns red, and every two minutes until it is closed or silenced. */
    public void onAlarm(Runnable sound) {
        alarm = sound;
    }

    /** Told of each communication that was recorded or put right. */
    public void onClosed(Consumer<Closed> listener) {
        closedListener = listener;
    }

    /** How many are open. */
    public int openCount() {
        return loops.stillOpen().size();
    }

    /** Lets times move on; to be called every second. */
    public void tick() {
        Instant now = seat.clock().instant();
        List<LoopStanding> found = Stream.concat(
                        loops.stillOpen().stream()
                                .map(loop -> standing(loop, now))
                                .sorted(Comparator.comparing(LoopStanding::left)),
                        loops.all().stream()
                                .filter(loop -> !loop.state().isOpen() && isRecent(loop, now))
                                .map(loop -> standing(loop, now)))
                .toList();
        if (!standings.equals(found)) {
            standings.setAll(found);
        }
        sum(found.stream().filter(each -> each.loop().state().isOpen()).toList(), now);
    }

    private void sum(List<LoopStanding> open, Instant now) {
        summary.set(
                open.isEmpty()
                        ? ""
                        : words.text(
                                open.size() == 1 ? "summary.one" : "summary.more", open.size(), left(open.get(0))));
        urgency.set(open.isEmpty() ? Urgency.IN_TIME : open.get(0).urgency());
        boolean isToBeHeard = false;
        for (LoopStanding each : open) {
            UUID id = each.loop().id();
            Instant before = heard.get(id);
            if (each.isHeard() && (before == null || !before.plus(HEARD_EVERY).isAfter(now))) {
                heard.put(id, now);
                isToBeHeard = true;
            }
        }
        if (isToBeHeard) {
            alarm.run();
        }
    }

    private static boolean isRecent(CriticalLoop loop, Instant now) {
        Instant last = loop.entries().get(loop.entries().size() - 1).at();
        return last.plus(STILL_LISTED).isAfter(now);
    }

    private LoopStanding standing(CriticalLoop loop, Instant now) {
        return LoopStanding.of(loop, policy(loop.subject().facility()), now);
    }

    /** The policy of a facility; where it has no ladder, the contact card says whom to call. */
    CriticalPolicy policy(FacilityId facility) {
        return records.policy(facility);
    }

    /** How the loop in the form stands now; empty for a new one. */
    Optional<LoopStanding> standing() {
        return chosen.get()
                .flatMap(Prefill::loop)
                .map(loop -> standing(loop, seat.clock().instant()));
    }

    ZoneId zone(FacilityId facility) {
        return policy(facility).zone();
    }

    /** Now, as a time of day there. */
    String timeOfDay(FacilityId facility) {
        return CallTimes.of(seat.clock().instant(), zone(facility));
    }

    /** As {@code CST}. */
    String zoneWord(FacilityId facility) {
        return CallTimes.zone(seat.clock().instant(), zone(facility));
    }

    /** What is left or over, in words. */
    String left(LoopStanding standing) {
        Duration left = standing.left();
        String span = org.candela.ui.Formats.span(left.abs());
        return words.text(left.isNegative() ? "left.over" : "left", span);
    }

    /** Opens the form for a finding of this study that nobody recorded yet. */
    public void begin(CriticalSubject subject, CriticalCategory category, String finding) {
        problem.set("");
        chosen.set(Optional.of(new Prefill(subject, Optional.empty(), category, finding)));
    }

    /** Opens the form of one that is there. */
    public void choose(CriticalLoop loop) {
        problem.set("");
        chosen.set(Optional.of(new Prefill(loop.subject(), Optional.of(loop), loop.category(), loop.finding())));
    }

    /** No form any more. */
    public void leave() {
        problem.set("");
        chosen.set(Optional.empty());
    }

    /** Keeps a new finding; its time runs from then on. */
    public CompletableFuture<Void> open(CallEntry entry) {
        return work(prefill -> records.open(prefill, entry));
    }

    /** Somebody was called in vain. */
    public CompletableFuture<Void> tried(CallEntry entry) {
        return work(prefill -> records.tried(opened(prefill, entry), entry));
    }

    /** Somebody there knows; of one that is closed, the record is put right, for which the notes give the reason. */
    public CompletableFuture<Void> told(CallEntry entry) {
        return work(prefill -> {
            String former = prefill.loop().map(this::sentence).orElse("");
            CriticalLoop closed = records.told(opened(prefill, entry), entry);
            threads.ui().execute(() -> closedListener.accept(new Closed(closed, former, sentence(closed))));
            return closed;
        });
    }

    /** A new one is in the form from here on, also when what was typed of the call is refused: it is not opened twice. */
    private Prefill opened(Prefill prefill, CallEntry entry) throws CandelaException {
        if (prefill.loop().isPresent()) {
            return prefill;
        }
        Prefill there = prefill(records.open(prefill, entry));
        threads.ui().execute(() -> replace(prefill, there));
        return there;
    }

    private static Prefill prefill(CriticalLoop loop) {
        return new Prefill(loop.subject(), Optional.of(loop), loop.category(), loop.finding());
    }

    /** Whoever went on to another meanwhile keeps that. */
    private void replace(Prefill before, Prefill now) {
        boolean isStillThere = chosen.get()
                .filter(shown -> shown.equals(before)
                        || shown.loop().map(CriticalLoop::id).equals(now.loop().map(CriticalLoop::id)))
                .isPresent();
        if (isStillThere) {
            chosen.set(Optional.of(now));
        }
    }

    /** What the report says of a loop now; empty while nobody was told. */
    public String sentence(CriticalLoop loop) {
        return ReportSentence.of(loop, zone(loop.subject().facility())).orElse("");
    }

    /** No sound for ten minutes; the loop stays where it is, in its colour. */
    public CompletableFuture<Void> silence() {
        return work(prefill -> loops.add(
                known(prefill), new Happening.Snoozed(seat.clock().instant().plus(SILENCE)), seat.reader()));
    }

    /** It was opened by mistake. */
    public CompletableFuture<Void> withdraw(String reason) {
        return work(prefill -> loops.add(known(prefill), new Happening.Withdrawn(reason), seat.reader()));
    }

    /** What is on record did not happen. */
    public CompletableFuture<Void> reopen(String reason) {
        return work(prefill -> loops.add(known(prefill), new Happening.Reopened(reason), seat.reader()));
    }

    /** A shift ends with these open, for this reason; where one cannot be written down, what is wrong is told. */
    public CompletableFuture<Void> leaveOpen(String reason) {
        return Async.run(
                        () -> {
                            for (CriticalLoop loop : loops.stillOpen()) {
                                loops.add(loop.id(), new Happening.LeftOpen(reason), seat.reader());
                            }
                        },
                        threads.io())
                .whenCompleteAsync((done, failure) -> problem.set(failure == null ? "" : words(failure)), threads.ui());
    }

    /** One line for each that is open: what, where, how long, whom to call. */
    // [impl->req~critical.shift-end~1]
    public List<String> openLines() {
        return standings.stream()
                .filter(each -> each.loop().state().isOpen())
                .map(each -> String.join(
                        " \u00b7 ",
                        each.loop().finding(),
                        each.loop().subject().facility() + " "
                                + each.loop().subject().accession(),
                        left(each),
                        next(each)))
                .toList();
    }

    /** Whom to call now, with the number. */
    String next(LoopStanding standing) {
        return standing.next()
                .map(step -> words.text("next", step.who(), step.phone()))
                .orElse(words.text("next.none"));
    }

    private static UUID known(Prefill prefill) {
        return prefill.loop()
                .map(CriticalLoop::id)
                .orElseThrow(() -> new IllegalArgumentException("this critical result is not recorded yet"));
    }

    private interface Step {
        CriticalLoop of(Prefill prefill) throws CandelaException;
    }

    private CompletableFuture<Void> work(Step step) {
        Optional<Prefill> prefill = chosen.get();
        if (prefill.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return Async.supply(() -> step.of(prefill.orElseThrow()), threads.io())
                .handleAsync(
                        (loop, failure) -> {
                            problem.set(failure == null ? "" : words(failure));
                            if (loop != null) {
                                replace(prefill.orElseThrow(), prefill(loop));
                                tick();
                            }
                            return null;
                        },
                        threads.ui());
    }

    private static String words(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        boolean isKnown = cause instanceof CandelaException || cause instanceof IllegalArgumentException;
        return isKnown ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
    }
}
