package org.candela.displayqa.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.MeterShelf;
import org.candela.displayqa.ChosenMeters;
import org.candela.displayqa.ledger.Said;

/** Which meters are within reach and which one measures. FX thread only; needs no toolkit. */
// [impl->req~displayqa.chosen-meter~1]
public final class MetersViewModel {
    private final Desk desk;
    private final PageThreads threads;
    private final Clock clock;
    private final ObservableList<AttachedMeter> meters = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ChosenMeter>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> advice = new ReadOnlyObjectWrapper<>("");

    /**
     * The meters of a desk.
     *
     * @param shelf all that can be within reach
     * @param memory keeps which one is meant
     * @param readings asks whoever types
     * @param reader who chooses
     */
    public record Desk(MeterShelf shelf, ChosenMeters memory, HandReadings readings, String reader) {}

    MetersViewModel(Desk desk, PageThreads threads, Clock clock) {
        this.desk = desk;
        this.threads = threads;
        this.clock = clock;
    }

    /** All within reach that can measure, as last seen; serial lines and typed readings too. */
    public ObservableList<AttachedMeter> meters() {
        return meters;
    }

    /** The one that was chosen; empty: the only one there is. */
    public ReadOnlyObjectProperty<Optional<ChosenMeter>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What keeps from more, or from the one chosen; empty when nothing does. */
    public ReadOnlyObjectProperty<String> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** Asks whoever types readings. */
    HandReadings readings() {
        return desk.readings();
    }

    /** Reads which one was chosen; no device is asked. */
    void recall() {
        var unused = Async.supply(desk.memory()::remembered, threads.io())
                .handleAsync(
                        (remembered, failure) -> {
                            if (failure == null) {
                                chosen.set(remembered);
                            }
                            return null;
                        },
                        threads.ui());
    }

    /** Looks what is within reach, behind a run; nothing is opened. */
    public CompletableFuture<Void> look() {
        return Async.supply(this::seen, threads.device())
                .handleAsync(
                        (seen, failure) -> {
                            if (failure == null) {
                                show(seen);
                            } else {
                                advice.set(text(failure));
                            }
                            return null;
                        },
                        threads.ui());
    }

    /** Measures with this one from now on, and remembers it. */
    public CompletableFuture<Void> choose(ChosenMeter meter) {
        return Async.run(() -> desk.memory().remember(meter, new Said(clock.instant(), desk.reader())), threads.io())
                .handleAsync(
                        (done, failure) -> {
                            if (failure == null) {
                                chosen.set(Optional.of(meter));
                            }
                            advice.set(failure == null ? "" : text(failure));
                            return null;
                        },
                        threads.ui());
    }

    private record Seen(MeterShelf.Found found, Optional<ChosenMeter> chosen) {}

    private Seen seen() throws CandelaException {
        return new Seen(desk.shelf().look(new Cancellation()), desk.memory().remembered());
    }

    private void show(Seen seen) {
        List<AttachedMeter> usable = seen.found().meters().stream()
                .filter(meter -> meter.kind() != AttachedMeter.Kind.AMBIENT_SENSOR && !meter.isSimulated())
                .toList();
        meters.setAll(usable);
        chosen.set(seen.chosen());
        advice.set(String.join("; ", seen.found().advice()));
    }

    private static String text(Throwable failure) {
        return String.valueOf(Async.causeOf(failure).getMessage());
    }
}
