package org.candela.displayqa.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.HoldWish;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualTests;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.PreShiftFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.ui.RunProgress.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The check before a shift, display after display: measured, then one pattern looked at, then kept as one record. What was kept
 * stays when the course is broken off. FX thread; needs no toolkit.
 */
// [impl->req~displayqa.pre-shift-course~1]
final class PreShiftCourse {
    private final Means means;
    private final Hearers hearers;
    private final List<StoredRun> kept = new ArrayList<>();
    private int displays;
    private boolean isCancelled;
    private @Nullable CompletableFuture<List<VisualResult>> looking;

    /**
     * What it works with.
     *
     * @param noted called on the device thread with each record, so that gate and images follow at once
     */
    record Means(
            PageServices services,
            PageThreads threads,
            DisplayQa qa,
            PatternDesk patterns,
            UnaryOperator<StoredRun> noted) {}

    /**
     * Who is told how far it is. FX thread.
     *
     * @param measures what can be cancelled now, and on which display; nothing while a pattern is looked at
     * @param patternWanted shows the pattern; whoever does says {@link PreShiftCourse#answered} when it was looked at
     * @param kept all checks so far
     */
    record Hearers(
            BiFunction<@Nullable QaBench, ScreenId, CompletableFuture<Void>> measures,
            Consumer<RunProgress> progress,
            Consumer<Optional<ScreenPlace>> placeWanted,
            Consumer<Optional<VisualOrder>> patternWanted,
            Consumer<List<PreShiftFindings>> kept) {}

    /** Measured and about to be looked at. */
    private record Half(DisplayQa.PreShift check, VisualOrder order) {}

    PreShiftCourse(Means means, Hearers hearers) {
        this.means = means;
        this.hearers = hearers;
    }

    /** The displays that are read from; all where nobody says which. */
    static List<DisplayDevice> among(List<DisplayRow> rows, List<ScreenId> reading) {
        return rows.stream()
                .filter(row -> reading.isEmpty() || reading.contains(row.id()))
                .map(DisplayRow::device)
                .toList();
    }

    /** What was kept so far. */
    List<StoredRun> kept() {
        return List.copyOf(kept);
    }

    /** Goes from display to display; fails where one cannot be measured, and ends there. Completes on the FX thread. */
    CompletableFuture<Void> run(List<DisplayDevice> wanted) {
        displays = wanted.size();
        CompletableFuture<Void> course = CompletableFuture.completedFuture(null);
        for (DisplayDevice display : wanted) {
            course = course.thenCompose(done -> check(display));
        }
        return course.whenCompleteAsync((done, failure) -> {}, means.threads().ui()); // failures come from the device
    }

    /** What was answered of the pattern; nothing at all breaks the course off. */
    void answered(List<VisualResult> results) {
        if (looking != null) {
            looking.complete(results);
        }
    }

    /** Breaks off: at once while a pattern is shown, else before the next reading. */
    void cancel() {
        isCancelled = true;
        if (looking != null) {
            hearers.patternWanted().accept(Optional.empty());
            looking.complete(List.of());
        }
    }

    private CompletableFuture<Void> check(DisplayDevice display) {
        if (isCancelled) {
            return CompletableFuture.failedFuture(new CancellationException("broken off"));
        }
        tell(Phase.PRE_SHIFT);
        QaBench bench = new QaBench(
                new QaBench.Order(
                        QaKind.QUICK_CHECK,
                        List.of(),
                        List.of(display),
                        means.services().profiles(),
                        HoldWish.BEST),
                new QaBench.Hearers(hearers.progress(), hearers.placeWanted()),
                means.threads().ui());
        var unused = hearers.measures().apply(bench, display.id());
        return Async.supply(() -> measured(bench, display), means.threads().device())
                .thenComposeAsync(this::look, means.threads().ui());
    }

    private Half measured(QaBench bench, DisplayDevice display) throws CandelaException {
        VisualOrder order = means.patterns().order(display, VisualTests.PRE_SHIFT);
        return new Half(bench.measurePreShift(means.services().station(), means.qa()), order);
    }

    private CompletableFuture<Void> look(Half half) {
        if (isCancelled) {
            return CompletableFuture.failedFuture(new CancellationException("broken off"));
        }
        tell(Phase.LOOKING);
        CompletableFuture<List<VisualResult>> answers = new CompletableFuture<>();
        looking = answers;
        var unused = hearers.measures().apply(null, half.order().display().id());
        hearers.patternWanted().accept(Optional.of(half.order()));
        return answers.thenComposeAsync(
                seen -> keep(half, seen), means.threads().ui());
    }

    private CompletableFuture<Void> keep(Half half, List<VisualResult> seen) {
        looking = null;
        if (isCancelled || seen.stream().allMatch(result -> result.answers().isEmpty())) {
            return Async.run(
                            () -> means.qa().breakOff(half.check()),
                            means.threads().device())
                    .thenCompose(done ->
                            CompletableFuture.failedFuture(new CancellationException("the pattern was not looked at")));
        }
        return Async.supply(
                        () -> means.noted().apply(means.qa().keep(half.check(), seen)),
                        means.threads().device())
                .thenAcceptAsync(
                        run -> {
                            kept.add(run);
                            hearers.kept()
                                    .accept(kept.stream()
                                            .map(PreShiftFindings::of)
                                            .toList());
                        },
                        means.threads().ui());
    }

    private void tell(Phase phase) {
        hearers.progress().accept(new RunProgress(phase, QaKind.QUICK_CHECK, kept.size() + 1, displays));
    }
}
