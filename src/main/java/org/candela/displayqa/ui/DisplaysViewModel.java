package org.candela.displayqa.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DisplayDevice;
import org.candela.ui.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The displays of the page, the one of them that actions mean, and its runs as the ledger has them. FX thread only; needs no
 * toolkit.
 */
final class DisplaysViewModel {
    private final PageServices services;
    private final PageThreads threads;
    private final Consumer<QaNotice> told;
    private final PageShelf shelf;
    private final HistoryViewModel history;
    private final QaNotices notices = new QaNotices(Messages.of(DisplayQaViewModel.class));
    private final ObservableList<DisplayRow> displays = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ScreenId>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<DisplayResults> results = new ReadOnlyObjectWrapper<>(DisplayResults.NONE);
    private long generation;

    /** @param told hears what went wrong */
    DisplaysViewModel(PageServices services, PageThreads threads, Clock clock, Consumer<QaNotice> told) {
        this.services = services;
        this.threads = threads;
        this.told = told;
        this.shelf = new PageShelf(services, clock);
        this.history = new HistoryViewModel(services, threads, clock, told);
    }

    ObservableList<DisplayRow> displays() {
        return displays;
    }

    ReadOnlyObjectProperty<Optional<ScreenId>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DisplayResults> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    HistoryViewModel history() {
        return history;
    }

    /** The display that actions mean; empty until there is one. */
    Optional<DisplayDevice> selected() {
        return selectedRow().map(DisplayRow::device);
    }

    /** Looks which displays there are and how they stand; waits behind a run. The newest request wins. */
    CompletableFuture<Void> refresh() {
        long requested = ++generation;
        return Async.supply(services.station()::displays, threads.device())
                .thenCompose(devices -> Async.supply(() -> shelf.rows(devices), threads.io()))
                .handleAsync((rows, failure) -> requested == generation && show(rows, failure), threads.ui())
                .thenCompose(isShown -> isShown ? loadResults() : CompletableFuture.completedFuture(null));
    }

    /** Standings and runs from the ledger, without asking the devices. */
    CompletableFuture<Void> reload() {
        return Async.supply(() -> shelf.rows(PreShiftCourse.among(displays, List.of())), threads.io())
                .handleAsync(this::show, threads.ui())
                .thenCompose(isShown -> loadResults());
    }

    /** Makes actions mean another display and shows its runs. */
    CompletableFuture<Void> select(ScreenId display) {
        if (selected.get().equals(Optional.of(display))) {
            return CompletableFuture.completedFuture(null);
        }
        selected.set(Optional.of(display));
        results.set(DisplayResults.NONE);
        return loadResults();
    }

    /** Looks at an older run of the selected display. */
    void lookAt(long sequence) {
        results.set(results.get().lookingAt(sequence));
    }

    private boolean show(@Nullable List<DisplayRow> rows, @Nullable Throwable failure) {
        if (failure != null) {
            told.accept(notices.failed(failure));
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

    private CompletableFuture<Void> loadResults() {
        Optional<ScreenId> wanted = selected.get();
        return Async.supply(() -> shelf.findings(wanted), threads.io())
                .handleAsync(
                        (found, failure) -> {
                            if (failure != null) {
                                told.accept(notices.failed(failure));
                            } else if (wanted.equals(selected.get())) {
                                results.set(DisplayResults.newest(found));
                            }
                            return null;
                        },
                        threads.ui())
                .thenCompose(done -> history.show(wanted));
    }
}
