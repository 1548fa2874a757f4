package org.candela.dictation.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.dictation.DictationStanding;
import org.candela.dictation.session.DictationSession;
import org.candela.dictation.session.DictationSession.KeptWords;
import org.candela.dictation.sound.LevelMeter;
import org.candela.dictation.sound.Microphone;
import org.candela.dictation.trend.AccuracyDay;
import org.candela.dictation.ui.SoundDevices.Keeping;
import org.jspecify.annotations.Nullable;

/** State of the panel of dictation. FX thread only; needs no toolkit. */
// [impl->req~dictation.panel~1]
public final class DictationViewModel {
    private static final int MOST_LINES = 50;

    private final DictationSession session;
    private final SoundDevices devices;
    private final Threads threads;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<DictationStanding> standing =
            new ReadOnlyObjectWrapper<>(DictationStanding.IDLE);
    private final ReadOnlyObjectWrapper<LevelMeter.Reading> level =
            new ReadOnlyObjectWrapper<>(LevelMeter.Reading.NOTHING);
    private final AtomicReference<LevelMeter.@Nullable Reading> newest = new AtomicReference<>();
    private final ObservableList<Microphone> microphones = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper microphone = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper engine = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Keeping> keeping = new ReadOnlyObjectWrapper<>(Keeping.SEALED);
    private final ObservableList<HeardLine> lines = FXCollections.observableArrayList();
    private final ObservableList<AccuracyDay> accuracy = FXCollections.observableArrayList();

    /**
     * Where work is done.
     *
     * @param io for devices and disk
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    public DictationViewModel(DictationSession session, SoundDevices devices, Threads threads, Clock clock) {
        this.session = session;
        this.devices = devices;
        this.threads = threads;
        this.clock = clock;
        engine.set(session.engine());
        session.onChange(now -> threads.ui().execute(() -> show(now)));
        session.onLevel(this::level);
        session.onHeard(words -> threads.ui().execute(() -> add(words)));
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<DictationStanding> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** The level of the moment; as often as it can be drawn. */
    public ReadOnlyObjectProperty<LevelMeter.Reading> levelProperty() {
        return level.getReadOnlyProperty();
    }

    /** Microphones as they were found last. */
    public ObservableList<Microphone> microphones() {
        return microphones;
    }

    /** Name of the one that listens; empty when none does. */
    public ReadOnlyStringProperty microphoneProperty() {
        return microphone.getReadOnlyProperty();
    }

    /** Which engine there is, or why there is none. */
    public ReadOnlyStringProperty engineProperty() {
        return engine.getReadOnlyProperty();
    }

    /** How what is said is kept on the disk, as it was when it was looked at last. */
    // [impl->req~dictation.plain-told~1]
    public ReadOnlyObjectProperty<Keeping> keepingProperty() {
        return keeping.getReadOnlyProperty();
    }

    /** What went wrong last in this panel; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was said last, the newest first; those that were deleted are gone. */
    public ObservableList<HeardLine> lines() {
        return lines;
    }

    /** Own accuracy by day and engine, the newest first. */
    public ObservableList<AccuracyDay> accuracy() {
        return accuracy;
    }

    /** Looks for microphones and figures again, and takes the microphone that was chosen on this machine. */
    public CompletableFuture<Void> refresh() {
        return Async.supply(this::look, threads.io())
                .handleAsync(
                        (found, failure) -> {
                            if (failure == null) {
                                show(found);
                            } else {
                                problem.set(
                                        String.valueOf(Async.causeOf(failure).getMessage()));
                            }
                            return null;
                        },
                        threads.ui());
    }

    private record Found(
            List<Microphone> microphones, Optional<String> chosen, List<AccuracyDay> accuracy, Keeping keeping) {}

    private Found look() throws CandelaException {
        return new Found(devices.microphones(), devices.chosen(), devices.accuracy(), devices.keeping());
    }

    private void show(Found found) {
        problem.set("");
        microphones.setAll(found.microphones());
        accuracy.setAll(found.accuracy());
        keeping.set(found.keeping());
        engine.set(session.engine());
        if (microphone.get().isEmpty()) {
            found.microphones().stream()
                    .filter(each -> found.chosen().filter(each.name()::equals).isPresent())
                    .findFirst()
                    .or(() -> found.microphones().stream().findFirst())
                    .ifPresent(this::use);
        }
    }

    private void use(Microphone chosen) {
        microphone.set(chosen.name());
        session.choose(chosen);
    }

    /** Listens to another microphone from now on; the choice is kept for this machine. */
    public void choose(Microphone chosen) {
        use(chosen);
        var unused = Async.run(() -> devices.choose(chosen.name()), threads.io())
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                problem.set(
                                        String.valueOf(Async.causeOf(failure).getMessage()));
                            }
                        },
                        threads.ui());
    }

    /** Turns the microphone on or off. */
    public void toggle() {
        session.toggle();
    }

    /** Plays an utterance. */
    public void replay(HeardLine line) {
        session.replay(line.id());
    }

    /** Plays the last utterance; nothing when there is none. */
    public void replayLast() {
        lines.stream().findFirst().ifPresent(this::replay);
    }

    /** Stops what plays. */
    public void stopReplay() {
        session.stopReplay();
    }

    /** Deletes sound and words of an utterance; what is written in the report stays. */
    public void discard(HeardLine line) {
        session.discard(line.id());
        lines.remove(line);
    }

    /** Deletes the last utterance; nothing when there is none. */
    public void discardLast() {
        lines.stream().findFirst().ifPresent(this::discard);
    }

    private void show(DictationStanding now) {
        standing.set(now);
        engine.set(session.engine());
    }

    private void add(KeptWords words) {
        lines.add(0, new HeardLine(words.id(), clock.instant(), words.words().text()));
        if (lines.size() > MOST_LINES) {
            lines.remove(MOST_LINES);
        }
    }

    /** Recorder's thread: levels that come faster than they are drawn replace one another. */
    private void level(LevelMeter.Reading reading) {
        if (newest.getAndSet(reading) == null) {
            threads.ui().execute(() -> {
                LevelMeter.Reading latest = newest.getAndSet(null);
                if (latest != null) {
                    level.set(latest);
                }
            });
        }
    }
}
