package org.candela.worklist.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
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

    private WorklistSnapshot snapshot() {
        try {
            return worklist.snapshot();
        } catch (CandelaException e) {
            throw new CompletionException(e);
        }
    }

    private void show(Optional<WorklistSnapshot> found, Optional<Throwable> failure) {
        problem.set(failure.map(WorklistViewModel::messageOf).orElse(""));
        found.ifPresent(snapshot -> {
            Instant now = clock.instant();
            all.setAll(snapshot.items().stream().map(item -> row(item, now)).toList());
            staleness.setAll(snapshot.health().stream()
                    .filter(FacilityHealth::isStale)
                    .map(health -> stale(health, now))
                    .toList());
        });
    }

    private static WorklistRow row(ReadingItem item, Instant now) {
        Duration left = Duration.between(now, item.urgency().deadline());
        String due = left.isNegative() ? Formats.span(left.negated()) + " over" : "in " + Formats.span(left);
        return new WorklistRow(
                item,
                item.urgency().priority(),
                due,
                left.isNegative(),
                item.study().facility().value(),
                Formats.personName(item.study().patient().name()),
                String.join(" ", new TreeSet<>(item.study().modalities())),
                item.study().identity().description(),
                state(item),
                ReadingOrder.reason(item, now));
    }

    /** A claim is kept on this workstation alone, and the row says so. */
    private static String state(ReadingItem item) {
        String state = item.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
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
