package org.candela.worklist.ui;

import javafx.scene.control.Label;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/**
 * Marks of urgency: what the facility asks for and what the clock says are told apart by shape, not by colour alone.
 *
 * <p>Arrows are priorities, an hourglass and a clock are times.
 */
// [impl->req~worklist.urgency-marks~1]
enum UrgencyMark {
    STAT(
            Tone.BAD,
            "M6 0.6 L11.2 5.8 L9.8 7.2 L6 3.4 L2.2 7.2 L0.8 5.8 Z M6 5.2 L11.2 10.4 L9.8 11.8 L6 8 L2.2 11.8 L0.8 10.4 Z"),
    URGENT(Tone.CAUTION, "M6 2.8 L11.2 8 L9.8 9.4 L6 5.6 L2.2 9.4 L0.8 8 Z"),
    ROUTINE(Tone.NEUTRAL, "M1 5.2 L11 5.2 L11 6.8 L1 6.8 Z"),
    SOON(Tone.CAUTION, "M2 0.8 L10 0.8 L10 2.2 L6.9 6 L10 9.8 L10 11.2 L2 11.2 L2 9.8 L5.1 6 L2 2.2 Z"),
    OVERDUE(
            Tone.BAD,
            "M6 0.3 A5.7 5.7 0 1 0 6 11.7 A5.7 5.7 0 1 0 6 0.3 Z M5.3 2.4 L6.7 2.4 L6.7 5.6 L9.3 7.4 L8.5 8.6 L5.3 6.4 Z");

    private final Tone tone;
    private final String outline;

    UrgencyMark(Tone tone, String outline) {
        this.tone = tone;
        this.outline = outline;
    }

    /** SVG path in a box of 12 by 12. */
    String outline() {
        return outline;
    }

    /** What the facility asks for; without a mark once the study is read. */
    static Label ofPriority(WorklistRow row) {
        if (!row.item().state().isOpenWork()) {
            Label done = new Label(row.priority().name());
            done.getStyleClass().add("muted");
            return done;
        }
        UrgencyMark mark =
                switch (row.priority()) {
                    case STAT -> STAT;
                    case URGENT -> URGENT;
                    case ROUTINE -> ROUTINE;
                };
        return mark.saying(row.priority().name());
    }

    /** What the clock says; no mark while there is time. */
    static Label ofTime(WorklistRow row) {
        return switch (row.lateness()) {
            case ON_TIME -> new Label(row.due());
            case SOON -> SOON.saying(row.due());
            case OVER -> OVERDUE.saying(row.due());
        };
    }

    Label saying(String words) {
        return StatusMark.withShape(tone, outline, words);
    }
}
