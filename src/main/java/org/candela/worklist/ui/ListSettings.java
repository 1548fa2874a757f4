package org.candela.worklist.ui;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.worklist.ListFilter;
import org.candela.worklist.SavedView;
import org.candela.worklist.SavedViews;
import org.candela.worklist.SavedViews.Sound;

/** What the reader keeps of how the list is looked at: views by name, and whether a new STAT study is heard. FX thread. */
// [impl->req~worklist.saved-views~1]
public final class ListSettings {
    private final SavedViews kept;
    private final WorklistViewModel.Threads threads;
    private final Function<Throwable, Void> problem;
    private final ObservableList<SavedView> views = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Sound> sound = new ReadOnlyObjectWrapper<>(Sound.ON);

    /** @param problem told what could not be read or kept */
    ListSettings(SavedViews kept, WorklistViewModel.Threads threads, Function<Throwable, Void> problem) {
        this.kept = kept;
        this.threads = threads;
        this.problem = problem;
    }

    /** Views by name. */
    public ObservableList<SavedView> views() {
        return views;
    }

    /** Whether a new STAT study is heard. */
    public ReadOnlyObjectProperty<Sound> soundProperty() {
        return sound.getReadOnlyProperty();
    }

    /** Reads what is kept. */
    public CompletableFuture<Void> read() {
        return Async.supply(() -> new Read(kept.list(), kept.sound()), threads.io())
                .thenAcceptAsync(
                        found -> {
                            views.setAll(found.views());
                            sound.set(found.sound());
                        },
                        threads.ui())
                .exceptionallyAsync(problem, threads.ui());
    }

    private record Read(List<SavedView> views, Sound sound) {}

    /** Keeps a filter under a name; a name that cannot be is told as a problem. */
    public CompletableFuture<Void> save(String name, ListFilter filter) {
        return keep(() -> kept.save(viewOf(name, filter)));
    }

    private static SavedView viewOf(String name, ListFilter filter) throws CandelaException {
        try {
            return new SavedView(name, filter);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("worklist.view", String.valueOf(e.getMessage()), e);
        }
    }

    /** Forgets the view of this name. */
    public CompletableFuture<Void> forget(String name) {
        return keep(() -> kept.forget(name));
    }

    /** Sets whether a new STAT study is heard. */
    public CompletableFuture<Void> hear(Sound wanted) {
        return keep(() -> kept.save(wanted));
    }

    private CompletableFuture<Void> keep(Async.Step saving) {
        return Async.run(saving, threads.io())
                .thenComposeAsync(saved -> read(), threads.ui())
                .exceptionallyAsync(problem, threads.ui());
    }
}
