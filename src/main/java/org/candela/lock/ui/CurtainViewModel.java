package org.candela.lock.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.lock.Proof;
import org.candela.lock.RoomLock;
import org.candela.lock.RoomLock.Cause;
import org.candela.lock.RoomLock.State;
import org.candela.ui.Formats;
import org.candela.ui.Messages;

/** State of the curtains. FX thread only; needs no toolkit. */
// [impl->req~lock.curtain~1]
public final class CurtainViewModel {
    private final RoomLock lock;
    private final Threads threads;
    private final Clock clock;
    private final Messages words = Messages.of(CurtainViewModel.class);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper alarm = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper isTrying = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<Section>> board = new ReadOnlyObjectWrapper<>(List.of());
    private Board source = List::of;
    private Supplier<List<Section>> first = List::of;

    /**
     * Where work is done.
     *
     * @param io for the disk and the stretching of secrets
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    /** A part of what is seen in an emergency beside the images. */
    public record Section(String title, String text) {}

    /** What is seen in an emergency beside the images; blocks on the disk. */
    @FunctionalInterface
    public interface Board {
        List<Section> sections() throws CandelaException;
    }

    public CurtainViewModel(RoomLock lock, Threads threads, Clock clock) {
        this.lock = lock;
        this.threads = threads;
        this.clock = clock;
    }

    /** What is shown in an emergency, last. */
    public void showing(Board shown) {
        source = shown;
    }

    /** What is shown before it; asked on the FX thread. */
    public void beside(Supplier<List<Section>> shown) {
        first = shown;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What came of the last try. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What is urgent, without any patient; empty when nothing is. */
    public ReadOnlyStringProperty alarmProperty() {
        return alarm.getReadOnlyProperty();
    }

    /** Whether a try is being tested. */
    public ReadOnlyBooleanProperty tryingProperty() {
        return isTrying.getReadOnlyProperty();
    }

    /** What is seen in an emergency. */
    public ReadOnlyObjectProperty<List<Section>> boardProperty() {
        return board.getReadOnlyProperty();
    }

    Proof.Kind asks() {
        return lock.asks();
    }

    /** Tells of something urgent; no patient may be in it. */
    public void alarm(String text) {
        alarm.set(text);
    }

    /** Locks at once; that it was locked is written down aside. */
    public CompletableFuture<Void> lock(Cause cause) {
        Cause why = lock.state() == State.EMERGENCY ? Cause.EMERGENCY_ENDED : cause;
        if (!lock.lock()) {
            return CompletableFuture.completedFuture(null);
        }
        said.set("");
        board.set(List.of());
        state.set(State.LOCKED);
        return Async.run(() -> lock.writeDown(why), threads.io())
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                said.set(words.text("lock.not-written"));
                            }
                        },
                        threads.ui());
    }

    /** Tries to open it; {@code secret} is wiped. */
    public CompletableFuture<Void> unlock(char[] secret) {
        isTrying.set(true);
        said.set(words.text("lock.trying"));
        return Async.supply(() -> tried(secret), threads.io())
                .handleAsync(
                        (answer, failure) -> {
                            isTrying.set(false);
                            if (failure != null) {
                                said.set(message(failure));
                            } else if (answer.isOpen()) {
                                said.set("");
                                board.set(List.of());
                                state.set(State.OPEN);
                            } else {
                                said.set(refusal(answer.nextTryAt()));
                            }
                            return null;
                        },
                        threads.ui());
    }

    private RoomLock.Answer tried(char[] secret) throws CandelaException {
        try {
            return lock.unlock(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private String refusal(Instant next) {
        Duration wait = Duration.between(clock.instant(), next);
        return wait.isNegative() || wait.isZero()
                ? words.text("lock.wrong")
                : words.text("lock.wait", Formats.span(wait.plusSeconds(1)));
    }

    /** Opens it to be looked at, for a typed reason. */
    // [impl->req~lock.emergency~1]
    public CompletableFuture<Void> openInEmergency(String reason) {
        return Async.supply(
                        () -> {
                            lock.openInEmergency(reason);
                            return source.sections();
                        },
                        threads.io())
                .handleAsync(
                        (sections, failure) -> {
                            said.set(failure == null ? "" : message(failure));
                            if (sections != null) {
                                board.set(Stream.concat(first.get().stream(), sections.stream())
                                        .toList());
                            }
                            state.set(lock.state());
                            return null;
                        },
                        threads.ui());
    }

    private static String message(Throwable failure) {
        return String.valueOf(Async.causeOf(failure).getMessage());
    }
}
