package org.candela.facility.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.ui.FacilityEntry.Field;

/** State of the window of facilities. FX thread only; needs no toolkit. */
// [impl->req~facility.window~1]
public final class FacilitiesModel {
    private final Book book;
    private final Executor io;
    private final Executor ui;
    private final ObservableList<Facility> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<FacilityEntry> entry = new ReadOnlyObjectWrapper<>(new FacilityEntry(Map.of()));
    private final ReadOnlyObjectWrapper<Map<Field, String>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Facility>> kept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Known> chosen = Optional.empty();
    private Cancellation testing = new Cancellation();

    /** Where facilities are kept and tried. Blocks on the disk, and on the facility for a test. */
    public interface Book {
        List<Facility> list() throws CandelaException;

        List<ServiceEndpoint> services(FacilityId facility) throws CandelaException;

        /**
         * Keeps a facility with its services, and a secret unless it is empty: all, or nothing when the secret cannot be
         * kept.
         */
        void save(Facility facility, FacilityEntry.Services services, String secret) throws CandelaException;

        /** Tries each service; a line for each, and what to do about what does not work. */
        List<String> test(Facility facility, Cancellation cancellation) throws CandelaException;
    }

    private record Known(Facility facility, List<ServiceEndpoint> services) {}

    /**
     * @param io for the disk and the network
     * @param ui the FX thread
     */
    public FacilitiesModel(Book book, Executor io, Executor ui) {
        this.book = book;
        this.io = io;
        this.ui = ui;
    }

    /** In the order of their names; the demonstration and imported studies are none of the reader's own. */
    public ObservableList<Facility> all() {
        return all;
    }

    /** What stands in the fields. */
    public ReadOnlyObjectProperty<FacilityEntry> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    /** What is wrong, by field, since it was last tried to save. */
    public ReadOnlyObjectProperty<Map<Field, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** What came of the last deed, in lines. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** The facility that was chosen, as it is kept; empty while a new one is entered. */
    public ReadOnlyObjectProperty<Optional<Facility>> chosenProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Whether the id stands fast: it is that of a facility that is kept. */
    public boolean isKnown() {
        return chosen.isPresent();
    }

    /** Reads the facilities. */
    public CompletableFuture<Void> load() {
        return Async.supply(book::list, io)
                .handleAsync(
                        (found, failure) -> {
                            if (failure == null) {
                                all.setAll(found);
                            } else {
                                said.set(words(failure));
                            }
                            return null;
                        },
                        ui);
    }

    /** Empties the fields for a new one. */
    public void begin() {
        chosen = Optional.empty();
        kept.set(Optional.empty());
        show(new FacilityEntry(Map.of()), "");
    }

    /** Shows one that is kept. */
    public CompletableFuture<Void> choose(Facility facility) {
        return Async.supply(() -> book.services(facility.id()), io)
                .handleAsync(
                        (services, failure) -> {
                            if (failure == null) {
                                chosen = Optional.of(new Known(facility, services));
                                kept.set(Optional.of(facility));
                                show(FacilityEntry.of(facility, services), "");
                            } else {
                                said.set(words(failure));
                            }
                            return null;
                        },
                        ui);
    }

    /** Keeps what is typed; completes with whether it could. */
    public CompletableFuture<Boolean> save(FacilityEntry typed) {
        if (!isRight(typed)) {
            return CompletableFuture.completedFuture(false);
        }
        Facility facility = typed.facility(chosen.map(Known::facility));
        FacilityEntry.Services services =
                typed.services(chosen.map(Known::services).orElse(List.of()));
        return Async.run(() -> book.save(facility, services, typed.get(Field.SECRET)), io)
                .handleAsync(
                        (done, failure) -> {
                            said.set(
                                    failure == null
                                            ? facility.name()
                                                    + " is kept. Its studies are listed from the next start of"
                                                    + " Candela on."
                                            : words(failure));
                            return failure == null;
                        },
                        ui)
                .thenCompose(
                        isKept -> isKept ? load().thenApply(loaded -> true) : CompletableFuture.completedFuture(false));
    }

    /** Tries what is typed; nothing is kept. */
    public CompletableFuture<Void> test(FacilityEntry typed) {
        if (!isRight(typed)) {
            return CompletableFuture.completedFuture(null);
        }
        testing.cancel();
        Cancellation mine = new Cancellation();
        testing = mine;
        said.set("Asking…");
        Facility facility = typed.facility(chosen.map(Known::facility));
        return Async.supply(() -> book.test(facility, mine), io)
                .handleAsync(
                        (lines, failure) -> {
                            if (!mine.isRequested()) {
                                said.set(failure == null ? String.join("\n", lines) : words(failure));
                            }
                            return null;
                        },
                        ui);
    }

    /** Stops a test that runs. */
    public void stop() {
        testing.cancel();
    }

    private boolean isRight(FacilityEntry typed) {
        Map<Field, String> wrong = typed.problems();
        boolean isTwice = chosen.isEmpty()
                && all.stream().anyMatch(known -> known.id().value().equals(typed.get(Field.ID)));
        if (isTwice) {
            wrong.put(Field.ID, "there is one of this name; choose it on the left to change it");
        }
        problems.set(Map.copyOf(wrong));
        said.set("");
        return wrong.isEmpty();
    }

    private void show(FacilityEntry next, String text) {
        problems.set(Map.of());
        said.set(text);
        entry.set(next);
    }

    private static String words(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
    }
}
