package org.candela.ui;

import java.util.Locale;

/** How a status wants to be read. Each tone has its own shape as well as its own colour. */
public enum Tone {
    /** All is well; a tick. */
    GOOD("M1 6 L4.5 9.5 L11 2.5 L9.8 1.4 L4.5 7.2 L2.2 4.9 Z"),
    /** Works, but somebody should know; a triangle. */
    CAUTION("M6 0.5 L11.5 11 L0.5 11 Z M5.4 4 L5.4 7.4 L6.6 7.4 L6.6 4 Z M5.4 8.4 L5.4 9.7 L6.6 9.7 L6.6 8.4 Z"),
    /** Does not work or is not allowed; a cross. */
    BAD("M1.2 2.4 L2.4 1.2 L6 4.8 L9.6 1.2 L10.8 2.4 L7.2 6 L10.8 9.6 L9.6 10.8 L6 7.2 L2.4 10.8 L1.2 9.6 L4.8 6 Z"),
    /** Worth saying, nothing to do; a ring. */
    NEUTRAL("M6 1 A5 5 0 1 0 6 11 A5 5 0 1 0 6 1 Z M6 2.4 A3.6 3.6 0 1 1 6 9.6 A3.6 3.6 0 1 1 6 2.4 Z"),
    /** Nobody looked; a dash. */
    UNKNOWN("M1.5 5.2 L10.5 5.2 L10.5 6.8 L1.5 6.8 Z");

    private final String outline;

    Tone(String outline) {
        this.outline = outline;
    }

    /** SVG path in a box of 12 by 12. */
    String outline() {
        return outline;
    }

    /** Style class that {@code theme.css} colours: {@code "tone-good"}. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
