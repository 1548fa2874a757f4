package org.candela.worklist.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.ui.Formats;
import org.candela.worklist.FacilityHealth;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingOrder;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;
import org.candela.worklist.WorklistSnapshot;
import org.candela.worklist.ui.WorklistRow.Lateness;

/** State of the worklist screen. FX thread only; needs no toolkit. */
public final class WorklistViewModel {
    /** How far back the list looks. */
    private static final int DAYS = 30;

    private final Worklist worklist;
    private final Threads threads;
    private final Clock clock;
    private final ObservableList<WorklistRow> all = FXCollections.observableArrayList();
    private final FilteredList<WorklistRow> rows = new FilteredList<>(all);
    private final ObservableList<String> staleness = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> shownAt = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private Optional<WorklistSnapshot> last = Optional.empty();
    private long generation;

    /**
     * Where work is done.
     *
     * @param io for facilities and the disk
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    public WorklistViewModel(Worklist worklist, Threads threads, Clock clock) {
        this.worklist = worklist;
        this.threads = threads;
        this.clock = clock;
        search.addListener((value, before, now) -> rows.setPredicate(row -> now.isBlank() || row.matches(now)));
    }

    /** Rows that match the search, most urgent first. */
    public ObservableList<WorklistRow> rows() {
        return rows;
    }

    /** One line a facility whose rows may be out of date. */
    public ObservableList<String> staleness() {
        return staleness;
    }

    /** Words to look for; blank shows all. */
    public StringProperty searchProperty() {
        return search;
    }

    /** What went wrong last; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** When the rows were last brought up to date; changes after they did. */
    public ReadOnlyObjectProperty<Instant> shownAtProperty() {
        return shownAt.getReadOnlyProperty();
    }

    /** Lets the countdowns and the age of stale rows move on; asks nobody. */
    // [impl->req~worklist.countdown~1]
    public void tick() {
        last.ifPresent(this::show);
    }

    /** Asks all facilities again. The newest request wins. */
    public CompletableFuture<Void> refresh() {
        long requested = ++generation;
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
        return worklist.refresh(since, new Cancellation())
                .thenApplyAsync(done -> snapshot(), threads.io())
                .handleAsync(
                        (found, failure) -> {
                            if (requested == generation) {
                                show(Optional.ofNullable(found), Optional.ofNullable(failure));
                            }
                            return null;
                        },
                        threads.ui());
    }

    /** The most urgent row that nobody has, of those shown. */
    public Optional<WorklistRow> next() {
        return rows.stream()
                .filter(row -> row.item().state() == ReadingState.READY)
                .findFirst();
    }

    /** A row by its identity, whether the search shows it or not. */
    public Optional<ReadingItem> itemOf(ReadingItem.Id id) {
        return all.stream()
                .map(WorklistRow::item)
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    private WorklistSnapshot snapshot() {
        try {
            return worklist.snapshot();
        } catch (CandelaException e) {
            throw new CompletionException(e);
        }
    }

    private void show(Optional<WorklistSnapshot> found, Optional<Throwable> failure) {
        problem.set(failure.map(WorklistViewModel::messageOf).orElse(""));
        found.ifPresent(this::show);
    }

    private void show(WorklistSnapshot snapshot) {
        last = Optional.of(snapshot);
        Instant now = clock.instant();
        replaceIfOther(
                all, snapshot.items().stream().map(item -> row(item, now)).toList());
        replaceIfOther(
                staleness,
                snapshot.health().stream()
                        .filter(FacilityHealth::isStale)
                        .map(health -> stale(health, now))
                        .toList());
        shownAt.set(now);
    }

    /** A list that is the same is left alone, so that the screen does not flicker and nothing loses its place. */
    private static <T> void replaceIfOther(ObservableList<T> shown, List<T> wanted) {
        if (!shown.equals(wanted)) {
            shown.setAll(wanted);
        }
    }

    private static WorklistRow row(ReadingItem item, Instant now) {
        return new WorklistRow(
                item,
                item.urgency().priority(),
                due(item, now),
                lateness(item, now),
                item.study().facility().value(),
                Formats.personName(item.study().patient().name()),
                String.join(" ", new TreeSet<>(item.study().modalities())),
                item.study().identity().description(),
                state(item),
                ReadingOrder.reason(item, now));
    }

    private static String due(ReadingItem item, Instant now) {
        if (!item.state().isOpenWork()) {
            return "\u2013";
        }
        Duration left = Duration.between(now, item.urgency().deadline());
        return left.isNegative() ? Formats.span(left.negated()) + " over" : "in " + Formats.span(left);
    }

    private static Lateness lateness(ReadingItem item, Instant now) {
        Instant deadline = item.urgency().deadline();
        if (!item.state().isOpenWork()) {
            return Lateness.ON_TIME;
        }
        if (now.isAfter(deadline)) {
            return Lateness.OVER;
        }
        Duration promised = Duration.between(item.urgency().receivedAt(), deadline);
        boolean isLastQuarter = Duration.between(now, deadline).compareTo(promised.dividedBy(4)) <= 0;
        return isLastQuarter ? Lateness.SOON : Lateness.ON_TIME;
    }

    /** A claim is kept on this workstation alone, and the row says so. */
    private static String state(ReadingItem item) {
        String state = item.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return item.state().isHeld() ? state + " (here only)" : state;
    }

    private static String stale(FacilityHealth health, Instant now) {
        String age = health.lastAnswer()
                .map(at -> "last answer " + Formats.span(Duration.between(at, now)) + " ago")
                .orElse("no answer yet");
        return health.facility() + ": " + age
                + health.failure().map(what -> " (" + what + ")").orElse("");
    }

    private static String messageOf(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
    }
}
