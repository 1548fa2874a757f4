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
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.ScreenId;
import org.candela.calibration.HoldWish;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualSet;
import org.candela.displayqa.ledger.PreShiftFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.TestPart;
import org.candela.displayqa.report.ReportExport;

/**
 * State of the display-QA page, as the page and the commands of the workstation see it. FX thread only; needs no toolkit.
 *
 * <p>One run at a time. What an action comes to is its future's value and {@link #noticeProperty()}: a future is empty when
 * nothing was recorded or written, and never fails.
 */
// [impl->req~displayqa.page~1]
public final class DisplayQaViewModel {
    private final PageServices services;
    private final PageThreads threads;
    private final ReadOnlyObjectWrapper<QaNotice> notice = new ReadOnlyObjectWrapper<>(QaNotice.NONE);
    private final DisplaysViewModel displays;
    private final RunsViewModel runs;
    private final RoomLightViewModel roomLight;
    private final ReportTaker export;
    private final Optional<MetersViewModel> meters;

    /** @param afterRun called on the device thread after each recorded run, before the page shows it */
    public DisplayQaViewModel(PageServices services, PageThreads threads, Clock clock, Consumer<ScreenId> afterRun) {
        this.services = services;
        this.threads = threads;
        this.displays = new DisplaysViewModel(services, threads, clock, notice::set);
        this.roomLight = new RoomLightViewModel(services, threads, clock, notice::set);
        this.runs = new RunsViewModel(
                new RunsViewModel.Means(services, threads, clock, afterRun, roomLight.conditions()),
                displays,
                notice::set);
        this.export = new ReportTaker(services, threads, clock, notice::set);
        this.meters = services.meters().map(desk -> new MetersViewModel(desk, threads, clock));
    }

    /** The light of the room, as the reader enters it. */
    RoomLightViewModel roomLight() {
        return roomLight;
    }

    /** The displays within reach; empty until {@link #refresh()}. */
    public ObservableList<DisplayRow> displays() {
        return displays.displays();
    }

    /** The display that actions mean; the first one until another is selected. */
    public ReadOnlyObjectProperty<Optional<ScreenId>> selectedProperty() {
        return displays.selectedProperty();
    }

    /** Runs of the selected display. */
    public ReadOnlyObjectProperty<DisplayResults> resultsProperty() {
        return displays.resultsProperty();
    }

    /** What is due on the selected display, how it changes, and reports for those who ask. */
    public HistoryViewModel history() {
        return displays.history();
    }

    /** The meters, where real displays can be measured. */
    public Optional<MetersViewModel> meters() {
        return meters;
    }

    /** How far the run is. */
    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return runs.progressProperty();
    }

    /** What came of the last action. */
    public ReadOnlyObjectProperty<QaNotice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Where the meter shall be put, then {@link #meterIsThere()}; empty when nobody waits for it. */
    public ReadOnlyObjectProperty<Optional<ScreenPlace>> placeWantedProperty() {
        return runs.placeWantedProperty();
    }

    /** Patterns to be shown now; whoever shows them says {@link #patternsSeen} when they were looked at. */
    public ReadOnlyObjectProperty<Optional<VisualOrder>> patternsWantedProperty() {
        return runs.patternsWantedProperty();
    }

    /** What the pre-shift checks of the last course found, one a display; empty before the first. */
    public ReadOnlyObjectProperty<List<PreShiftFindings>> preShiftProperty() {
        return runs.preShiftProperty();
    }

    /** Where calibrations shall hold their tables. */
    public ObjectProperty<HoldWish> wishProperty() {
        return runs.wishProperty();
    }

    /** Looks which displays there are and how they stand; waits behind a run. The newest request wins. */
    public CompletableFuture<Void> refresh() {
        meters.ifPresent(MetersViewModel::recall);
        return displays.refresh();
    }

    /** Makes actions mean another display and shows its runs. */
    public CompletableFuture<Void> select(ScreenId display) {
        return displays.select(display);
    }

    /** Looks at an older run of the selected display. */
    public void lookAt(long sequence) {
        displays.lookAt(sequence);
    }

    /** Calibrates the selected display and proves it. */
    public CompletableFuture<Optional<StoredRun>> calibrate() {
        return runs.run(QaKind.CALIBRATION);
    }

    /** Calibrates all displays that have a table to one white; the selected one need not be among them. */
    public CompletableFuture<Optional<StoredRun>> match() {
        return runs.match();
    }

    /** Measures the table in force at 18 levels. */
    public CompletableFuture<Optional<StoredRun>> testConstancy() {
        return runs.run(QaKind.CONSTANCY);
    }

    /** Measures white and black and looks whether the graphics LUT is still the calibrated one. */
    public CompletableFuture<Optional<StoredRun>> quickCheck() {
        return runs.run(QaKind.QUICK_CHECK);
    }

    /** Measures an even field at nine places. */
    public CompletableFuture<Optional<StoredRun>> testUniformity() {
        return runs.run(QaKind.UNIFORMITY);
    }

    /** All that a standard asks before a display is first read from: levels, and even fields at nine places. */
    public CompletableFuture<Optional<StoredRun>> testAcceptance() {
        return runs.run(QaKind.ACCEPTANCE);
    }

    /** The acceptance test again, after a repair or change. */
    public CompletableFuture<Optional<StoredRun>> testAfterService() {
        return runs.run(QaKind.AFTER_SERVICE);
    }

    /** Measures the table in force at 18, 52 or 256 levels. */
    public CompletableFuture<Optional<StoredRun>> testLevels(int count) {
        return runs.run(QaKind.CONSTANCY, List.of(new TestPart.Levels(count)));
    }

    /** Checks every display that is read from in turn: measured, then one pattern; completes with what was kept. */
    public CompletableFuture<List<StoredRun>> checkBeforeShift() {
        return runs.checkBeforeShift();
    }

    /** Has a set of patterns shown on the selected display. */
    public CompletableFuture<Void> lookAtPatterns(VisualSet set) {
        return runs.lookAtPatterns(set);
    }

    /** What was answered; nothing is kept where nothing was. */
    public CompletableFuture<Optional<StoredRun>> patternsSeen(VisualOrder order, List<VisualResult> results) {
        return runs.patternsSeen(order, results);
    }

    /** The meter is where {@link #placeWantedProperty()} says. */
    public void meterIsThere() {
        runs.meterIsThere();
    }

    /** Stops the run before its next reading; it is kept as one that broke off. Without a run nothing happens. */
    public void cancel() {
        runs.cancel();
    }

    /** Cancels the run and lets go of the devices behind it. */
    public CompletableFuture<Void> close() {
        runs.cancel();
        return Async.run(services.station()::close, threads.device());
    }

    /** {@link #exportReport(Path)} into the workstation's folder of exports. */
    public CompletableFuture<Optional<ReportExport.Exported>> exportReport() {
        return exportReport(services.paths().exports());
    }

    /** Writes the signed report of the run that is looked at as PDF and JSON. */
    // [impl->req~displayqa.export~1]
    public CompletableFuture<Optional<ReportExport.Exported>> exportReport(Path folder) {
        return export.take(displays.resultsProperty().get().shown(), folder);
    }
}
