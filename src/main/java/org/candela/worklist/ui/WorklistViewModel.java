package org.candela.worklist.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.worklist.ListFilter;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.SavedViews.Sound;
import org.candela.worklist.Worklist;
import org.jspecify.annotations.Nullable;

/**
 * State of the worklist screen. FX thread only; needs no toolkit.
 *
 * <p>What takes a look at every row, filter and count, is done by {@link Threads#io()}; the finished picture is swapped in
 * at once. Of rows, words are made when they are looked at.
 */
public final class WorklistViewModel {
    private final Worklist worklist;
    private final Threads threads;
    private final Clock clock;
    private final Seat seat;
    private final ShownRows rows = new ShownRows();
    private final ObservableList<FacilityFreshness> freshness = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<ListFilter> filter = new SimpleObjectProperty<>(ListFilter.ALL);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Emptiness> emptiness = new ReadOnlyObjectWrapper<>(Emptiness.NOT_UP_TO_DATE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> shownAt = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private final StatNotice stats = new StatNotice();
    private final ListSettings settings;
    private final AheadMarks ahead;
    private final RowSayings sayings;
    private final Picturing picturing;
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private Optional<ListPicture> shown = Optional.empty();
    private Optional<ReadingItem.Id> chosen = Optional.empty();
    private Supplier<Optional<ReadingItem.Id>> topRow = Optional::empty;
    private Runnable chime = () -> {};
    private boolean isDrawing;
    /** Read while a picture is drawn; a newer filter makes it stale. */
    private final AtomicLong generation = new AtomicLong();

    /** What is heard when a STAT study comes; called off the FX thread, and may block. */
    public void chime(Runnable heard) {
        chime = heard;
    }

    /** How far the next studies are that are brought before they are opened. */
    public AheadMarks ahead() {
        return ahead;
    }

    /** Views and sound, as the reader keeps them. */
    public ListSettings settings() {
        return settings;
    }

    /** Shows the rows that {@code wanted} asks for. */
    public void show(ListFilter wanted) {
        filter.set(wanted);
    }

    /** What is new and STAT, in words; empty when nothing is. */
    public ReadOnlyStringProperty statWordsProperty() {
        return stats.wordsProperty();
    }

    /** The most urgent new STAT study; from now on it is no longer told of. */
    public Optional<ReadingItem> seeStat() {
        Optional<ReadingItem> first = stats.first();
        stats.seen();
        return first;
    }

    /** The study that was laid aside last, of those this reader holds, whether the filter shows it or not. */
    // [impl->req~worklist.aside~1]
    public Optional<WorklistRow> putAside() {
        return shown.stream()
                .flatMap(picture -> picture.snapshot().items().stream())
                .takeWhile(item -> item.state().isOpenWork())
                .filter(item -> item.state() == ReadingState.PUT_ASIDE)
                .filter(item -> item.claim()
                        .filter(claim ->
                                seat.reader().isBlank() || claim.reader().equals(seat.reader()))
                        .isPresent())
                .findFirst()
                .map(this::wordsOf);
    }

    /** Why the reader may not want to open a row: the same study is in work at another facility. Empty: nothing. */
    // [impl->req~worklist.also-at~1]
    public Optional<String> warningOf(ReadingItem item) {
        return AlsoAt.of(item, worklist, seat.reader()).warning();
    }

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
     * @param io for facilities, the disk and looks at every row
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    /**
     * Who sits here.
     *
     * @param reader id of the reader; blank: whatever is held here is the reader's
     * @param listedDays how many days back the list looks, by the dates of the studies
     */
    public record Seat(String reader, int listedDays) {}

    /** @param listedDays how many days back the list looks, by the dates of the studies */
    public WorklistViewModel(Worklist worklist, Threads threads, Clock clock, int listedDays) {
        this(worklist, threads, clock, new Seat("", listedDays));
    }

    public WorklistViewModel(Worklist worklist, Threads threads, Clock clock, Seat seat) {
        this.seat = seat;
        this.worklist = worklist;
        this.threads = threads;
        this.clock = clock;
        this.settings = new ListSettings(worklist.savedViews(), threads, this::showProblem);
        this.ahead = new AheadMarks(threads.ui(), this::tick);
        this.picturing = new Picturing(worklist, seat.reader(), clock);
        this.sayings = new RowSayings(worklist, seat.reader(), clock, ahead);
        worklist.onChange(() -> threads.ui().execute(this::showChange));
        search.addListener((value, before, now) -> filter.set(filter.get().withText(now)));
        filter.addListener((value, before, now) -> {
            search.set(now.text());
            generation.incrementAndGet();
            showChange();
        });
    }

    /** Rows that the filter wants, most urgent first. Words of a row are made when it is asked for. */
    public ObservableList<WorklistRow> rows() {
        return rows;
    }

    /** The same without words: for what looks at more than a screenful. */
    public List<ReadingItem> items() {
        return rows.items();
    }

    /** One entry a facility, in the order of the facilities. */
    public ObservableList<FacilityFreshness> freshness() {
        return freshness;
    }

    /** Words to look for, a part of the filter; blank shows all. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Which rows are shown. */
    public ObjectProperty<ListFilter> filterProperty() {
        return filter;
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

    /** The row the reader is on; it is found again in each picture. */
    void choose(ReadingItem.Id id) {
        chosen = Optional.of(id);
    }

    /** Which row stands at the top of the screen, if the reader has scrolled away from the most urgent one. */
    void holdPlaceOf(Supplier<Optional<ReadingItem.Id>> top) {
        topRow = top;
    }

    /** Where the chosen row stands; -1 where it is not shown. */
    int chosenPlace() {
        return chosen.map(rows::placeOf).orElse(-1);
    }

    /** Where the row now stands that stood at the top of the screen when the picture was asked for; -1 for none. */
    int placeOfTop(ReadingItem.Id id) {
        return shown.map(picture -> picture.placeOf(Optional.of(id)).index()).orElse(-1);
    }

    /** Lets the countdowns and the age of stale rows move on; asks nobody. */
    // [impl->req~worklist.countdown~1]
    public void tick() {
        shown.ifPresent(this::show);
    }

    /** Asks all facilities again, as the reader wishes. Rows come as each answers; done when the last has or failed. */
    public CompletableFuture<Void> refresh() {
        return ask(worklist::refresh);
    }

    /** The same for a timer: a facility that keeps failing is asked more and more seldom. */
    public CompletableFuture<Void> poll() {
        return ask(worklist::poll);
    }

    /**
     * Shows the list as this workstation knows it; asks nobody. Pictures are drawn one after the other, so an older one
     * never replaces a newer one, and what changes while one is drawn is all in the next.
     */
    public CompletableFuture<Void> reload() {
        CompletableFuture<Void> wish = new CompletableFuture<>();
        waiting.add(wish);
        if (!isDrawing) {
            draw();
        }
        return wish;
    }

    private void draw() {
        isDrawing = true;
        List<CompletableFuture<Void>> served = List.copyOf(waiting);
        waiting.clear();
        long drawn = generation.get();
        Picturing.Wish wish = new Picturing.Wish(
                filter.get(),
                shown,
                Stream.concat(chosen.stream(), topRow.get().stream()).toList());
        var unused = Async.supply(() -> picturing.picture(wish, () -> generation.get() != drawn), threads.io())
                .handleAsync(
                        (found, failure) -> {
                            drawn(Optional.ofNullable(found).flatMap(picture -> picture), failure, served);
                            return true;
                        },
                        threads.ui());
    }

    private void drawn(
            Optional<ListPicture> picture, @Nullable Throwable failure, List<CompletableFuture<Void>> served) {
        isDrawing = false;
        boolean isStale = failure == null && picture.isEmpty();
        if (isStale) {
            waiting.addAll(served);
        } else {
            problem.set(failure == null ? "" : messageOf(failure));
            picture.ifPresent(this::show);
            served.forEach(wish -> wish.complete(null));
        }
        if (!waiting.isEmpty() && !isDrawing) {
            draw();
        }
    }

    /** What the last session knew is shown at once, also when no facility answers for long. */
    private CompletableFuture<Void> ask(BiFunction<LocalDate, Cancellation, CompletableFuture<Void>> question) {
        if (shown.isEmpty()) {
            showChange();
        }
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(seat.listedDays());
        return CompletableFuture.completedFuture(since)
                .thenComposeAsync(day -> question.apply(day, new Cancellation()), threads.io())
                .thenComposeAsync(answered -> reload(), threads.ui())
                .exceptionallyAsync(this::showProblem, threads.ui());
    }

    private void showChange() {
        var unused = reload();
    }

    /** The most urgent row that nobody has, of those shown; what is in work at another facility is left out. */
    public Optional<WorklistRow> next() {
        List<ReadingItem> items = rows.items();
        for (int i = 0; i < items.size(); i++) {
            if (isFree(items.get(i))) {
                return Optional.of(rows.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether it can be read and nobody has it: here, at its facility, or at another that has the study too. */
    public boolean isFree(ReadingItem item) {
        return item.state() == ReadingState.READY
                && !worklist.standings().of(item.id()).isTaken()
                && warningOf(item).isEmpty();
    }

    /** A row by its identity, whether the filter shows it or not. */
    public Optional<ReadingItem> itemOf(ReadingItem.Id id) {
        return worklist.known(id);
    }

    private Void showProblem(Throwable failure) {
        problem.set(messageOf(failure));
        return null;
    }

    private void show(ListPicture picture) {
        shown = Optional.of(picture);
        Instant now = clock.instant();
        List<FacilityFreshness> facilities = picture.snapshot().health().stream()
                .map(health -> FacilityFreshness.of(health, now))
                .toList();
        rows.show(picture.items(), picture.placeOf(chosen), WorklistRows.words(facilities, sayings::of, now));
        if (stats.look(picture.stats(), now) && settings.soundProperty().get() == Sound.ON) {
            threads.io().execute(chime);
        }
        replaceIfOther(freshness, facilities);
        sumUp(picture);
        shownAt.set(now);
    }

    private WorklistRow wordsOf(ReadingItem item) {
        return WorklistRows.words(freshness, sayings::of, clock.instant()).apply(item);
    }

    /** A list that is the same is left alone, so that the screen does not flicker. */
    private static <T> void replaceIfOther(ObservableList<T> shown, List<T> wanted) {
        if (!shown.equals(wanted)) {
            shown.setAll(wanted);
        }
    }

    // [impl->req~worklist.empty~1]
    private void sumUp(ListPicture picture) {
        count.set(picture.countWords());
        boolean isAllUpToDate = !freshness.isEmpty() && freshness.stream().allMatch(FacilityFreshness::isUpToDate);
        if (!picture.snapshot().items().isEmpty()) {
            emptiness.set(Emptiness.NO_MATCH);
        } else {
            emptiness.set(isAllUpToDate ? Emptiness.NOTHING_LISTED : Emptiness.NOT_UP_TO_DATE);
        }
    }

    private static String messageOf(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
    }
}
