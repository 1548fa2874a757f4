package org.candela.report.ui;

import java.time.Instant;
import org.candela.ui.Tone;

/** What the program understood as said to it, told for a moment. An empty text tells nothing. */
public record Heard(Tone tone, String text, Instant at) {
    static final Heard NOTHING = new Heard(Tone.NEUTRAL, "", Instant.EPOCH);
}
