package org.candela.report.ui;

import java.time.Duration;
import java.time.Instant;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/**
 * Whether what is typed is on disk.
 *
 * @param savedAt when it last was
 */
record SaveMark(State state, Instant savedAt, String problem) {
    static final SaveMark UNTOUCHED = new SaveMark(State.UNTOUCHED, Instant.EPOCH, "");

    enum State {
        UNTOUCHED,
        WAITING,
        SAVED,
        FAILED
    }

    SaveMark waiting() {
        return new SaveMark(State.WAITING, savedAt, "");
    }

    Tone tone() {
        return switch (state) {
            case UNTOUCHED, WAITING -> Tone.NEUTRAL;
            case SAVED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
        };
    }

    String text(Messages words, Instant now) {
        return switch (state) {
            case UNTOUCHED -> "";
            case WAITING -> words.text("report.save.waiting");
            case SAVED -> words.text("report.save.saved", Formats.span(Duration.between(savedAt, now)));
            case FAILED -> words.text("report.save.failed", problem);
        };
    }
}
