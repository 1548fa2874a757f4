package org.candela.readiness.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessItem;

/** State of the pre-shift card. FX thread only; needs no toolkit. */
public final class ReadinessViewModel {
    private final ReadinessBoard board;
    private final Executor io;
    private final Executor ui;
    private final ObservableList<ReadinessItem> items = FXCollections.observableArrayList();
    private final ObservableList<String> reasons = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper allowed = new ReadOnlyBooleanWrapper(false);
    private long generation;

    public ReadinessViewModel(ReadinessBoard board, Executor io, Executor ui) {
        this.board = board;
        this.io = io;
        this.ui = ui;
    }

    /** Answers, worst first; empty until the first check. */
    public ObservableList<ReadinessItem> items() {
        return items;
    }

    /** What blocks cases, be it of one facility alone. */
    public ObservableList<String> reasons() {
        return reasons;
    }

    /** Whether primary reading is allowed for at least one facility; false until the first check. */
    public ReadOnlyBooleanProperty allowedProperty() {
        return allowed.getReadOnlyProperty();
    }

    /** Asks every check again. The newest request wins. */
    public CompletableFuture<Void> check() {
        long requested = ++generation;
        return CompletableFuture.supplyAsync(board::evaluate, io)
                .thenAcceptAsync(
                        found -> {
                            if (requested == generation) {
                                show(found);
                            }
                        },
                        ui);
    }

    private void show(Readiness found) {
        items.setAll(found.items());
        reasons.setAll(found.blockingReasons());
        allowed.set(found.isPrimaryReadingAllowed());
    }
}
