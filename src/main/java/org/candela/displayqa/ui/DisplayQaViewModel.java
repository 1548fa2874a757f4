package org.candela.displayqa.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.HoldWish;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualSet;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.PreShiftFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.TestPart;
import org.candela.displayqa.report.ReportExport;
import org.candela.displayqa.ui.RunProgress.Phase;
import org.candela.ui.Messages;
import org.jspecify.annotations.Nullable;

/**
 * State of the display-QA page. FX thread only; needs no toolkit.
 *
 * <p>One run at a time. What an action comes to is its future's value and {@link #noticeProperty()}: a future is empty when
 * nothing was recorded or written, and never fails.
 */
// [impl->req~displayqa.page~1]
public final class DisplayQaViewModel {
    private final PageServices services;
    private final PageThreads threads;
    private final Consumer<ScreenId> afterRun;
    private final DisplayQa qa;
    private final ReportTaker export;
    private final HistoryViewModel history;
    private final QaNotices notices = new QaNotices(Messages.of(DisplayQaViewModel.class));

    private final ObservableList<DisplayRow> displays = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ScreenId>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<DisplayResults> results = new ReadOnlyObjectWrapper<>(DisplayResults.NONE);
    private final ReadOnlyObjectWrapper<RunProgress> progress = new ReadOnlyObjectWrapper<>(RunProgress.IDLE);
    private final ReadOnlyObjectWrapper<QaNotice> notice = new ReadOnlyObjectWrapper<>(QaNotice.NONE);
    private final ReadOnlyObjectWrapper<Optional<ScreenPlace>> placeWanted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VisualOrder>> patternsWanted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<HoldWish> wish = new SimpleObjectProperty<>(HoldWish.BEST);
    private final PageShelf shelf;
    private final PatternDesk patterns;
    private final RoomLightViewModel roomLight;
    private final ReadOnlyObjectWrapper<List<PreShiftFindings>> preShift = new ReadOnlyObjectWrapper<>(List.of());
    private final Optional<MetersViewModel> meters;
    private @Nullable QaBench bench;
    private @Nullable PreShiftCourse course;
    private long generation;

    /** @param afterRun called on the device thread after each recorded run, before the page shows it */
    public DisplayQaViewModel(PageServices services, PageThreads threads, Clock clock, Consumer<ScreenId> afterRun) {
        this.services = services;
        this.threads = threads;
        this.afterRun = afterRun;
        this.qa = new DisplayQa(services.ledger(), clock);
        this.shelf = new PageShelf(services, clock);
        this.patterns = new PatternDesk(services, qa, clock);
        this.roomLight = new RoomLightViewModel(services, threads, clock, notice::set);
        this.export = new ReportTaker(services, threads, clock, notice::set);
        this.meters = services.meters().map(desk -> new MetersViewModel(desk, threads, clock));
        this.history = new HistoryViewModel(services, threads, clock, notice::set);
    }

    /** The light of the room, as the reader enters it. */
    RoomLightViewModel roomLight() {
        return roomLight;
    }

    public ObservableList<DisplayRow> displays() {
        return displays;
    }

    public ReadOnlyObjectProperty<Optional<ScreenId>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DisplayResults> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** The meters, where real displays can be measured. */
    public Optional<MetersViewModel> meters() {
        return meters;
    }

    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<QaNotice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What is due on the selected display, how it changes, and reports for those who ask. */
    public HistoryViewModel history() {
        return history;
    }

    public ReadOnlyObjectProperty<Optional<ScreenPlace>> placeWantedProperty() {
        return placeWanted.getReadOnlyProperty();
    }

    /** Looks which displays there are and how they stand; waits behind a run. The newest request wins. */
    public CompletableFuture<Void> refresh() {
        long requested = ++generation;
        meters.ifPresent(MetersViewModel::recall);
        return Async.supply(services.station()::displays, threads.device())
                .thenCompose(devices -> Async.supply(() -> shelf.rows(devices), threads.io()))
                .handleAsync((rows, failure) -> requested == generation && show(rows, failure), threads.ui())
                .thenCompose(isShown -> isShown ? loadResults() : CompletableFuture.completedFuture(null));
    }

    /** Makes actions mean another display and shows its runs. */
    public CompletableFuture<Void> select(ScreenId display) {
        if (selected.get().equals(Optional.of(display))) {
            return CompletableFuture.completedFuture(null);
        }
        selected.set(Optional.of(display));
        results.set(DisplayResults.NONE);
        return loadResults();
    }

    /** Looks at an older run of the selected display. */
    public void lookAt(long sequence) {
        results.set(results.get().lookingAt(sequence));
    }

    public CompletableFuture<Optional<StoredRun>> calibrate() {
        return run(QaKind.CALIBRATION);
    }

    public ObjectProperty<HoldWish> wishProperty() {
        return wish;
    }

    /** Calibrates all displays that have a table to one white; the selected one need not be among them. */
    // [impl->req~displayqa.page-match~1]
    public CompletableFuture<Optional<StoredRun>> match() {
        List<DisplayDevice> group = PageShelf.withTables(displays);
        if (group.size() < 2) {
            notice.set(notices.say("displayqa.notice.no-group"));
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return run(QaKind.CALIBRATION, List.of(), group);
    }

    public CompletableFuture<Optional<StoredRun>> testConstancy() {
        return run(QaKind.CONSTANCY);
    }

    public CompletableFuture<Optional<StoredRun>> quickCheck() {
        return run(QaKind.QUICK_CHECK);
    }

    public CompletableFuture<Optional<StoredRun>> testUniformity() {
        return run(QaKind.UNIFORMITY);
    }

    public CompletableFuture<Optional<StoredRun>> testAcceptance() {
        return run(QaKind.ACCEPTANCE);
    }

    public CompletableFuture<Optional<StoredRun>> testAfterService() {
        return run(QaKind.AFTER_SERVICE);
    }

    public CompletableFuture<Optional<StoredRun>> testLevels(int count) {
        return run(QaKind.CONSTANCY, List.of(new TestPart.Levels(count)));
    }

    /** Patterns to be shown now; whoever shows them says {@link #patternsSeen} when they were looked at. */
    public ReadOnlyObjectProperty<Optional<VisualOrder>> patternsWantedProperty() {
        return patternsWanted.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<PreShiftFindings>> preShiftProperty() {
        return preShift.getReadOnlyProperty();
    }

    /** Checks every display that is read from in turn: measured, then one pattern; completes with what was kept. */
    // [impl->req~displayqa.pre-shift-course~1]
    public CompletableFuture<List<StoredRun>> checkBeforeShift() {
        List<DisplayDevice> wanted =
                PreShiftCourse.among(displays, services.station().displaysRead());
        if (startable(wanted.stream().findFirst()).isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        PreShiftCourse started = new PreShiftCourse(
                new PreShiftCourse.Means(services, threads, qa, patterns, this::noted),
                new PreShiftCourse.Hearers(
                        this::measures, progress::set, placeWanted::set, patternsWanted::set, preShift::set));
        course = started;
        preShift.set(List.of());
        notice.set(QaNotice.NONE);
        return started.run(wanted)
                .handle((done, failure) -> {
                    course = null;
                    ended(null, failure);
                    if (failure == null) {
                        notice.set(notices.checked(started.kept()));
                    }
                    return started.kept();
                })
                .thenCompose(kept -> reload().thenApply(done -> kept));
    }

    /** One run at a time, and none without a display: else it is said why nothing begins. */
    private <T> Optional<T> startable(Optional<T> wanted) {
        boolean isBusy = bench != null || course != null;
        if (isBusy || wanted.isEmpty()) {
            notice.set(notices.say(isBusy ? "displayqa.notice.busy" : "displayqa.notice.no-display"));
        }
        return isBusy ? Optional.empty() : wanted;
    }

    /** @param with what can be cancelled now; nothing while a pattern is looked at */
    private CompletableFuture<Void> measures(@Nullable QaBench with, ScreenId display) {
        bench = with;
        return select(display);
    }

    /** Has a set of patterns shown on the selected display. */
    // [impl->req~displayqa.page-visual~1]
    public CompletableFuture<Void> lookAtPatterns(VisualSet set) {
        Optional<DisplayRow> row = startable(selectedRow());
        if (row.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        DisplayDevice display = row.orElseThrow().device();
        return Async.supply(() -> patterns.order(display, set), threads.device())
                .handleAsync(
                        (order, failure) -> {
                            notice.set(failure == null ? QaNotice.NONE : notices.failed(failure));
                            patternsWanted.set(Optional.ofNullable(order));
                            return null;
                        },
                        threads.ui());
    }

    public CompletableFuture<Optional<StoredRun>> patternsSeen(VisualOrder order, List<VisualResult> results) {
        patternsWanted.set(Optional.empty());
        if (course != null) {
            course.answered(results);
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (results.stream().allMatch(result -> result.answers().isEmpty())) {
            notice.set(notices.say("displayqa.notice.unanswered"));
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return Async.supply(() -> noted(patterns.keep(order, results)), threads.device())
                .handleAsync(this::ended, threads.ui())
                .thenCompose(stored -> reload().thenApply(done -> stored));
    }

    /** The meter is where {@link #placeWantedProperty()} says. */
    public void meterIsThere() {
        if (bench != null) {
            bench.meterIsThere();
        }
    }

    /** Stops the run before its next reading; it is kept as one that broke off. Without a run nothing happens. */
    public void cancel() {
        if (course != null) {
            course.cancel();
        }
        if (bench != null) {
            bench.cancel();
            progress.set(new RunProgress(Phase.CANCELLING, bench.kind(), 0, 0));
        }
    }

    /** Cancels the run and lets go of the devices behind it. */
    public CompletableFuture<Void> close() {
        cancel();
        return Async.run(services.station()::close, threads.device());
    }

    /** {@link #exportReport(Path)} into the workstation's folder of exports. */
    public CompletableFuture<Optional<ReportExport.Exported>> exportReport() {
        return exportReport(services.paths().exports());
    }

    /** Writes the signed report of the run that is looked at as PDF and JSON. */
    // [impl->req~displayqa.export~1]
    public CompletableFuture<Optional<ReportExport.Exported>> exportReport(Path folder) {
        return export.take(results.get().shown(), folder);
    }

    // [impl->req~displayqa.page-run~1]
    private CompletableFuture<Optional<StoredRun>> run(QaKind kind) {
        return run(kind, List.of());
    }

    private CompletableFuture<Optional<StoredRun>> run(QaKind kind, List<TestPart> parts) {
        return run(kind, parts, selectedRow().map(DisplayRow::device).stream().toList());
    }

    private CompletableFuture<Optional<StoredRun>> run(QaKind kind, List<TestPart> parts, List<DisplayDevice> devices) {
        if (startable(devices.stream().findFirst()).isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        QaBench started = new QaBench(
                new QaBench.Order(kind, parts, devices, services.profiles(), wish.get()),
                new QaBench.Hearers(progress::set, placeWanted::set),
                threads.ui());
        bench = started;
        meters.ifPresent(desk -> started.typedBy(desk.readings()));
        notice.set(QaNotice.NONE);
        progress.set(new RunProgress(Phase.STARTING, kind, 0, 0));
        return Async.supply(() -> measured(started), threads.device())
                .handleAsync(this::ended, threads.ui())
                .thenCompose(stored -> reload().thenApply(done -> stored));
    }

    private StoredRun measured(QaBench started) throws CandelaException {
        List<StoredRun> runs = started.run(services.station(), qa);
        runs.forEach(this::noted);
        return runs.get(runs.size() - 1);
    }

    private StoredRun noted(StoredRun stored) {
        afterRun.accept(stored.display());
        return stored;
    }

    private Optional<StoredRun> ended(@Nullable StoredRun stored, @Nullable Throwable failure) {
        bench = null;
        placeWanted.set(Optional.empty());
        progress.set(RunProgress.IDLE);
        if (failure != null) {
            notice.set(notices.failed(failure));
        }
        if (stored != null) {
            notice.set(notices.finished(stored));
        }
        return Optional.ofNullable(stored);
    }

    /** Standings and runs from the ledger, without asking the devices. */
    private CompletableFuture<Void> reload() {
        return Async.supply(() -> shelf.rows(PreShiftCourse.among(displays, List.of())), threads.io())
                .handleAsync(this::show, threads.ui())
                .thenCompose(isShown -> loadResults());
    }

    private CompletableFuture<Void> loadResults() {
        Optional<ScreenId> wanted = selected.get();
        return Async.supply(() -> shelf.findings(wanted), threads.io())
                .handleAsync(
                        (found, failure) -> {
                            if (failure != null) {
                                notice.set(notices.failed(failure));
                            } else if (wanted.equals(selected.get())) {
                                results.set(DisplayResults.newest(found));
                            }
                            return null;
                        },
                        threads.ui())
                .thenCompose(done -> history.show(wanted));
    }

    private boolean show(@Nullable List<DisplayRow> rows, @Nullable Throwable failure) {
        if (failure != null) {
            notice.set(notices.failed(failure));
        }
        if (rows == null) {
            return false;
        }
        displays.setAll(rows);
        if (selectedRow().isEmpty()) {
            selected.set(rows.stream().findFirst().map(DisplayRow::id));
        }
        return true;
    }

    private Optional<DisplayRow> selectedRow() {
        return displays.stream()
                .filter(row -> selected.get().equals(Optional.of(row.id())))
                .findFirst();
    }
}
