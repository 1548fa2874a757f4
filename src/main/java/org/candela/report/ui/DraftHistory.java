package org.candela.report.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.candela.report.ReportDraft;

/**
 * What was done to the draft on the desk, for undo and redo: a run of typing, a dictated utterance, a macro, a change of the
 * template are one step each. FX thread.
 */
// [impl->req~report.undo~1]
final class DraftHistory {
    private static final int REMEMBERED = 500;
    /** A pause of typing begins a new step. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /** How a change was made. */
    enum Kind {
        TYPED,
        DICTATED,
        COMMANDED
    }

    /** The draft and the place before or after a step. */
    record State(ReportDraft draft, WritingPlace place) {}

    /** One step. */
    record Step(Kind kind, State before, State after, Instant at) {
        boolean goesOn(Step next) {
            return kind == Kind.TYPED
                    && next.kind == Kind.TYPED
                    && after.place().equals(next.before.place())
                    && next.before.place().isIn(next.after.place().fieldId())
                    && Duration.between(at, next.at).compareTo(PAUSE) < 0;
        }
    }

    void forget() {
        done.clear();
        undone.clear();
    }

    void add(Step step) {
        undone.clear();
        Step last = done.peekLast();
        if (last != null && last.goesOn(step)) {
            done.removeLast();
            done.addLast(new Step(Kind.TYPED, last.before(), step.after(), step.at()));
            return;
        }
        done.addLast(step);
        if (done.size() > REMEMBERED) {
            done.removeFirst();
        }
    }

    /** Whether the last step was of this kind. */
    boolean isLast(Kind kind) {
        return Optional.ofNullable(done.peekLast())
                .filter(step -> step.kind() == kind)
                .isPresent();
    }

    /** How it was before the last step; empty when there is none. */
    Optional<State> undo() {
        Step step = done.pollLast();
        if (step == null) {
            return Optional.empty();
        }
        undone.addLast(step);
        return Optional.of(step.before());
    }

    /** How it was after the step that was taken back last. */
    Optional<State> redo() {
        Step step = undone.pollLast();
        if (step == null) {
            return Optional.empty();
        }
        done.addLast(step);
        return Optional.of(step.after());
    }
}
