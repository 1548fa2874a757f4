package org.candela.worklist.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.worklist.ClaimStandings;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ReadingState.Remaining;
import org.candela.worklist.Worklist;
import org.candela.worklist.WorklistSnapshot;

/** State of the worklist screen. FX thread only; needs no toolkit. */
public final class WorklistViewModel {

    private final Worklist worklist;
    private final Threads threads;
    private final Clock clock;
    private final int listedDays;
    private final ObservableList<WorklistRow> all = FXCollections.observableArrayList();
    private final FilteredList<WorklistRow> rows = new FilteredList<>(all);
    private final ObservableList<FacilityFreshness> freshness = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Emptiness> emptiness = new ReadOnlyObjectWrapper<>(Emptiness.NOT_UP_TO_DATE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> shownAt = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private Optional<WorklistSnapshot> last = Optional.empty();
    private long requested;
    private long shown;

    /** Why there is no row. */
    public enum Emptiness {
        /** All facilities have answered and list nothing. */
        NOTHING_LISTED,
        /** A facility has not answered lately: there may be studies nobody knows of here. */
        NOT_UP_TO_DATE,
        /** There are rows, but none the search asks for. */
        NO_MATCH
    }

    /**
     * Where work is done.
     *
     * @param io for facilities and the disk
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    /** @param listedDays how many days back the list looks, by the dates of the studies */
    public WorklistViewModel(Worklist worklist, Threads threads, Clock clock, int listedDays) {
        this.listedDays = listedDays;
        this.worklist = worklist;
        this.threads = threads;
        this.clock = clock;
        worklist.onChange(() -> threads.ui().execute(this::showChange));
        search.addListener((value, before, now) -> {
            rows.setPredicate(row -> now.isBlank() || row.matches(now));
            sumUp();
        });
    }

    /** Rows that match the search, most urgent first. */
    public ObservableList<WorklistRow> rows() {
        return rows;
    }

    /** One entry a facility, in the order of the facilities. */
    public ObservableList<FacilityFreshness> freshness() {
        return freshness;
    }

    /** Words to look for; blank shows all. */
    public StringProperty searchProperty() {
        return search;
    }

    /** How many of the rows shown are to be read, await their final report, are done. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What a list without rows means, so that an empty one is not taken for a finished one. */
    public ReadOnlyObjectProperty<Emptiness> emptinessProperty() {
        return emptiness.getReadOnlyProperty();
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

    /** Asks all facilities again, as the reader wishes. Rows come as each answers; done when the last has or failed. */
    public CompletableFuture<Void> refresh() {
        return ask(worklist::refresh);
    }

    /** The same for a timer: a facility that keeps failing is asked more and more seldom. */
    public CompletableFuture<Void> poll() {
        return ask(worklist::poll);
    }

    /** Shows the list as this workstation knows it; asks nobody. An older picture never replaces a newer one. */
    public CompletableFuture<Void> reload() {
        long request = ++requested;
        return Async.supply(worklist::snapshot, threads.io())
                .handleAsync(
                        (found, failure) -> {
                            if (request > shown) {
                                shown = request;
                                show(Optional.ofNullable(found), Optional.ofNullable(failure));
                            }
                            return null;
                        },
                        threads.ui());
    }

    /** What the last session knew is shown at once, also when no facility answers for long. */
    private CompletableFuture<Void> ask(BiFunction<LocalDate, Cancellation, CompletableFuture<Void>> question) {
        if (last.isEmpty()) {
            showChange();
        }
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(listedDays);
        return CompletableFuture.completedFuture(since)
                .thenComposeAsync(day -> question.apply(day, new Cancellation()), threads.io())
                .thenComposeAsync(answered -> reload(), threads.ui())
                .exceptionallyAsync(this::showProblem, threads.ui());
    }

    private void showChange() {
        var unused = reload();
    }

    /** The most urgent row that nobody has, of those shown. */
    public Optional<WorklistRow> next() {
        return rows.stream()
                .filter(row -> row.item().state() == ReadingState.READY)
                .filter(row -> !worklist.standings().of(row.item().id()).isTaken())
                .findFirst();
    }

    /** A row by its identity, whether the search shows it or not. */
    public Optional<ReadingItem> itemOf(ReadingItem.Id id) {
        return all.stream()
                .map(WorklistRow::item)
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    private void show(Optional<WorklistSnapshot> found, Optional<Throwable> failure) {
        problem.set(failure.map(WorklistViewModel::messageOf).orElse(""));
        found.ifPresent(this::show);
    }

    private Void showProblem(Throwable failure) {
        problem.set(messageOf(failure));
        return null;
    }

    private void show(WorklistSnapshot snapshot) {
        last = Optional.of(snapshot);
        Instant now = clock.instant();
        List<FacilityFreshness> facilities = snapshot.health().stream()
                .map(health -> FacilityFreshness.of(health, now))
                .toList();
        replaceIfOther(all, WorklistRows.of(snapshot, facilities, this::claimWords, now));
        replaceIfOther(freshness, facilities);
        sumUp();
        shownAt.set(now);
    }

    private ClaimWords claimWords(ReadingItem item) {
        ClaimStandings standings = worklist.standings();
        return ClaimWords.of(item, standings.of(item.id()), standings.touchedAt(item.id()), clock.instant());
    }

    /** A list that is the same is left alone, so that the screen does not flicker and nothing loses its place. */
    private static <T> void replaceIfOther(ObservableList<T> shown, List<T> wanted) {
        if (!shown.equals(wanted)) {
            shown.setAll(wanted);
        }
    }

    // [impl->req~worklist.empty~1]
    private void sumUp() {
        count.set(countWords());
        boolean isAllUpToDate = !freshness.isEmpty() && freshness.stream().allMatch(FacilityFreshness::isUpToDate);
        if (!all.isEmpty()) {
            emptiness.set(Emptiness.NO_MATCH);
        } else {
            emptiness.set(isAllUpToDate ? Emptiness.NOTHING_LISTED : Emptiness.NOT_UP_TO_DATE);
        }
    }

    private String countWords() {
        long preliminary = count(Remaining.FINAL_SIGNATURE);
        long done = count(Remaining.NOTHING);
        return count(Remaining.READING) + " to read"
                + (preliminary == 0 ? "" : ", " + preliminary + " preliminary")
                + (done == 0 ? "" : ", " + done + " final");
    }

    private long count(Remaining remaining) {
        return rows.stream()
                .filter(row -> row.item().state().remaining() == remaining)
                .count();
    }

    private static String messageOf(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
    }
}
