package org.candela.displayqa.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
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
import org.candela.displayqa.ui.RunProgress.Phase;
import org.candela.ui.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What is under way on the page: a run, a course before a shift, or patterns that are looked at; one at a time, and none
 * without a display. FX thread only; needs no toolkit.
 */
final class RunsViewModel {
    private final Means means;
    private final DisplaysViewModel displays;
    private final Consumer<QaNotice> told;
    private final DisplayQa qa;
    private final PatternDesk patterns;
    private final QaNotices notices = new QaNotices(Messages.of(DisplayQaViewModel.class));
    private final ReadOnlyObjectWrapper<RunProgress> progress = new ReadOnlyObjectWrapper<>(RunProgress.IDLE);
    private final ReadOnlyObjectWrapper<Optional<ScreenPlace>> placeWanted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VisualOrder>> patternsWanted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<PreShiftFindings>> preShift = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<HoldWish> wish = new SimpleObjectProperty<>(HoldWish.BEST);
    private @Nullable QaBench bench;
    private @Nullable PreShiftCourse course;

    /**
     * What runs work with.
     *
     * @param afterRun called on the device thread after each recorded run
     * @param conditions that runs state, since the reader told them
     */
    record Means(
            PageServices services,
            PageThreads threads,
            Clock clock,
            Consumer<ScreenId> afterRun,
            ConditionsViewModel conditions) {
        Means {
            services = services.at(new ToldStation(services.station(), conditions));
        }
    }

    /**
     * Nothing is under way.
     *
     * @param displays shows each run once it is recorded
     * @param told hears what came of an action
     */
    RunsViewModel(Means means, DisplaysViewModel displays, Consumer<QaNotice> told) {
        this.means = means;
        this.displays = displays;
        this.told = told;
        this.qa = new DisplayQa(means.services().ledger(), means.clock());
        this.patterns = new PatternDesk(means.services(), qa, means.clock());
    }

    ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ScreenPlace>> placeWantedProperty() {
        return placeWanted.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<VisualOrder>> patternsWantedProperty() {
        return patternsWanted.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<PreShiftFindings>> preShiftProperty() {
        return preShift.getReadOnlyProperty();
    }

    ObjectProperty<HoldWish> wishProperty() {
        return wish;
    }

    // [impl->req~displayqa.page-run~1]
    CompletableFuture<Optional<StoredRun>> run(QaKind kind) {
        return run(kind, List.of());
    }

    CompletableFuture<Optional<StoredRun>> run(QaKind kind, List<TestPart> parts) {
        return run(kind, parts, displays.selected().stream().toList());
    }

    // [impl->req~displayqa.page-match~1]
    CompletableFuture<Optional<StoredRun>> match() {
        List<DisplayDevice> group = PageShelf.withTables(displays.displays());
        if (group.size() < 2) {
            told.accept(notices.say("displayqa.notice.no-group"));
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return run(QaKind.CALIBRATION, List.of(), group);
    }

    // [impl->req~displayqa.pre-shift-course~1]
    CompletableFuture<List<StoredRun>> checkBeforeShift() {
        List<DisplayDevice> wanted = PreShiftCourse.among(
                displays.displays(), means.services().station().displaysRead());
        if (startable(wanted.stream().findFirst()).isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        PreShiftCourse started = new PreShiftCourse(
                new PreShiftCourse.Means(means.services(), means.threads(), qa, patterns, this::noted),
                new PreShiftCourse.Hearers(
                        this::measures, progress::set, placeWanted::set, patternsWanted::set, preShift::set));
        course = started;
        preShift.set(List.of());
        told.accept(QaNotice.NONE);
        return started.run(wanted)
                .handle((done, failure) -> {
                    course = null;
                    ended(null, failure);
                    if (failure == null) {
                        told.accept(notices.checked(started.kept()));
                    }
                    return started.kept();
                })
                .thenCompose(kept -> displays.reload().thenApply(done -> kept));
    }

    // [impl->req~displayqa.page-visual~1]
    CompletableFuture<Void> lookAtPatterns(VisualSet set) {
        Optional<DisplayDevice> display = startable(displays.selected());
        if (display.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return Async.supply(
                        () -> patterns.test(display.orElseThrow(), set),
                        means.threads().device())
                .handleAsync(
                        (order, failure) -> {
                            told.accept(failure == null ? QaNotice.NONE : notices.failed(failure));
                            patternsWanted.set(Optional.ofNullable(order));
                            return null;
                        },
                        means.threads().ui());
    }

    /** In a course the answers belong to its record; nothing is kept where nothing was answered. */
    CompletableFuture<Optional<StoredRun>> patternsSeen(VisualOrder order, List<VisualResult> results) {
        patternsWanted.set(Optional.empty());
        if (course != null) {
            course.answered(results);
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (results.stream().allMatch(result -> result.answers().isEmpty())) {
            told.accept(notices.say("displayqa.notice.unanswered"));
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return kept(Async.supply(
                () -> noted(patterns.keep(order, results)), means.threads().device()));
    }

    void meterIsThere() {
        if (bench != null) {
            bench.meterIsThere();
        }
    }

    void cancel() {
        if (course != null) {
            course.cancel();
        }
        if (bench != null) {
            bench.cancel();
            progress.set(new RunProgress(Phase.CANCELLING, bench.kind(), 0, 0));
        }
    }

    private CompletableFuture<Optional<StoredRun>> run(QaKind kind, List<TestPart> parts, List<DisplayDevice> devices) {
        if (startable(devices.stream().findFirst()).isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        QaBench started = new QaBench(
                new QaBench.Order(kind, parts, devices, means.services().profiles(), wish.get()),
                new QaBench.Hearers(progress::set, placeWanted::set),
                means.threads().ui());
        bench = started;
        means.services().meters().ifPresent(desk -> started.typedBy(desk.readings()));
        told.accept(QaNotice.NONE);
        progress.set(new RunProgress(Phase.STARTING, kind, 0, 0));
        return kept(Async.supply(() -> measured(started), means.threads().device()));
    }

    /** One run at a time, and none without a display: else it is said why nothing begins. */
    private <T> Optional<T> startable(Optional<T> wanted) {
        boolean isBusy = bench != null || course != null;
        if (isBusy || wanted.isEmpty()) {
            told.accept(notices.say(isBusy ? "displayqa.notice.busy" : "displayqa.notice.no-display"));
        }
        return isBusy ? Optional.empty() : wanted;
    }

    /** @param with what can be cancelled now; nothing while a pattern is looked at */
    private CompletableFuture<Void> measures(@Nullable QaBench with, ScreenId display) {
        bench = with;
        return displays.select(display);
    }

    private StoredRun measured(QaBench started) throws CandelaException {
        List<StoredRun> runs = started.run(means.services().station(), qa);
        runs.forEach(this::noted);
        return runs.get(runs.size() - 1);
    }

    private StoredRun noted(StoredRun stored) {
        means.afterRun().accept(stored.display());
        return stored;
    }

    private CompletableFuture<Optional<StoredRun>> kept(CompletableFuture<StoredRun> run) {
        return run.handleAsync(this::ended, means.threads().ui())
                .thenCompose(stored -> displays.reload().thenApply(done -> stored));
    }

    private Optional<StoredRun> ended(@Nullable StoredRun stored, @Nullable Throwable failure) {
        bench = null;
        placeWanted.set(Optional.empty());
        progress.set(RunProgress.IDLE);
        if (failure != null) {
            told.accept(notices.failed(failure));
        } else {
            means.conditions().forget();
        }
        if (stored != null) {
            told.accept(notices.finished(stored));
        }
        return Optional.ofNullable(stored);
    }
}
