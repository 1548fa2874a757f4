package org.candela.report.ui;

import org.candela.ui.Tone;

/** A line for the reader; {@code tone} is its shape and colour. An empty text shows nothing. */
public record Notice(Tone tone, String text) {
    static final Notice NONE = new Notice(Tone.NEUTRAL, "");
}
