package org.candela.report.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.report.Deliveries;
import org.candela.report.DeliveryStanding;
import org.candela.report.ReportId;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/** The signed versions of the report on the desk, on their way. FX thread. */
final class DeliveryList {
    private final Deliveries deliveries;
    private final DeskWork work;
    private final Clock clock;
    private final Messages words;
    private final Supplier<Optional<ReportId>> onDesk;
    private final ObservableList<DeliveryRow> rows = FXCollections.observableArrayList();

    /** What the rows are made with. */
    record Means(Deliveries deliveries, DeskWork work, Clock clock, Messages words) {}

    /** @param onDesk which report is on the desk now */
    DeliveryList(Means means, Supplier<Optional<ReportId>> onDesk) {
        this.deliveries = means.deliveries();
        this.work = means.work();
        this.clock = means.clock();
        this.words = means.words();
        this.onDesk = onDesk;
    }

    ObservableList<DeliveryRow> rows() {
        return rows;
    }

    /** Asks how the versions of the report on the desk stand. */
    void refresh() {
        onDesk.get().ifPresent(id -> {
            var unused = work.run(() -> deliveries.of(id), standings -> show(id, standings));
        });
    }

    /** Lets ages move on while something is under way. */
    void tick() {
        if (rows.stream().anyMatch(row -> row.tone() != Tone.GOOD)) {
            refresh();
        }
    }

    /** Sends a refused or parked version again. */
    CompletableFuture<Void> retry(int version) {
        return onDesk.get()
                .map(id -> work.run(
                        () -> {
                            deliveries.retry(id, version);
                            return version;
                        },
                        done -> refresh()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private void show(ReportId id, List<DeliveryStanding> standings) {
        List<DeliveryRow> found = standings.stream()
                .map(standing -> DeliveryRow.of(standing, words, clock.instant(), clock.getZone()))
                .toList();
        if (onDesk.get().filter(id::equals).isPresent() && !rows.equals(found)) {
            rows.setAll(found);
        }
    }
}
