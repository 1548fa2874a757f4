package org.candela.readiness.ui;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessItem;

/** State of the pre-shift card. FX thread only; needs no toolkit. */
public final class ReadinessViewModel {
    private final ReadinessBoard board;
    private final Executor io;
    private final Executor ui;
    private final List<CardAction> actions;
    private final ObservableList<ReadinessItem> items = FXCollections.observableArrayList();
    private final ObservableList<String> reasons = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper allowed = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private long generation;

    public ReadinessViewModel(ReadinessBoard board, Executor io, Executor ui) {
        this(board, io, ui, List.of());
    }

    /** @param actions what can be said and done about questions */
    public ReadinessViewModel(ReadinessBoard board, Executor io, Executor ui, List<CardAction> actions) {
        this.board = board;
        this.io = io;
        this.ui = ui;
        this.actions = List.copyOf(actions);
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

    /** How what was last said or done goes, or why it did not; blank when it did. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Tells how something goes that was begun from the card. */
    public void tell(String line) {
        told.set(line);
    }

    /** What can be said and done about a question. */
    public List<CardAction> actionsOf(ReadinessItem item) {
        return actions.stream()
                .filter(action -> action.item().equals(item.id()))
                .toList();
    }

    /** Does it, then asks every check again. */
    public CompletableFuture<Void> act(CardAction action, String typed) {
        return Async.run(() -> action.act().with(typed), io)
                .handleAsync(
                        (done, failure) -> {
                            told.set(
                                    failure == null
                                            ? ""
                                            : String.valueOf(
                                                    Async.causeOf(failure).getMessage()));
                            return failure == null;
                        },
                        ui)
                .thenCompose(isDone -> isDone ? check() : CompletableFuture.completedFuture(null));
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
