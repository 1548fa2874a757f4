package org.candela.displayqa.ui;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.candela.base.Cancellation;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Typist;

/**
 * A person reads a meter by eye and types, reading by reading. Asked on the device thread, answered on the FX thread; needs
 * no toolkit.
 */
// [impl->req~displayqa.typed-readings~1]
public final class HandReadings implements Typist {
    /** Long enough to look for the meter; then the run ends and the screen is free. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Executor ui;
    private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(1);
    private final ReadOnlyObjectWrapper<Optional<Question>> wanted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile Cancellation cancellation = new Cancellation();
    private volatile Optional<Run> run = Optional.empty();

    /** What becomes of a reading that was mistyped. */
    enum Slips {
        TAKEN_BACK,
        STAY
    }

    /** @param ui the FX thread */
    public HandReadings(Executor ui) {
        this.ui = ui;
    }

    /** The reading that is waited for; empty when none is. FX thread. */
    ReadOnlyObjectProperty<Optional<Question>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /**
     * What readings are typed for.
     *
     * @param display measured, the first of several
     */
    record Run(DisplayDevice display, Slips slips) {}

    /** A run begins, whose end ends the questions. */
    void begin(Run begun, Cancellation ofIt) {
        run = Optional.of(begun);
        cancellation = ofIt;
    }

    /** The display that is measured; empty before the first run. */
    Optional<DisplayDevice> display() {
        return run.map(Run::display);
    }

    /** What was typed. FX thread. */
    void type(String text) {
        answer(new Answer.Typed(text));
    }

    /** The reading before was wrong. FX thread. */
    void takeBack() {
        answer(new Answer.TakeBack());
    }

    /** Only while a question stands: an answer that came too late belongs to no other. */
    private void answer(Answer answer) {
        if (wanted.get().isPresent()) {
            wanted.set(Optional.empty());
            answers.clear();
            answers.add(answer);
        }
    }

    @Override
    public Answer ask(Question question) {
        answers.clear();
        Question asked = run.filter(now -> now.slips() == Slips.STAY).isEmpty()
                ? question
                : new Question(question.number(), Optional.empty(), question.problem());
        ui.execute(() -> wanted.set(Optional.of(asked)));
        try {
            return await();
        } finally {
            ui.execute(() -> wanted.set(Optional.empty()));
        }
    }

    private Answer await() {
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(GLANCE)) {
            cancellation.throwIfRequested();
            try {
                Answer answer = answers.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                if (answer != null) {
                    return answer;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while a reading was waited for");
            }
        }
        throw new CancellationException("nobody typed a reading within " + PATIENCE.toMinutes() + " min");
    }
}
