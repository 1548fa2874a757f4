package org.candela.viewer.picture;

/**
 * How far the greys of a display can be trusted; written on every image it shows.
 *
 * @param text for the reader, for example {@code "Calibration older than 30 days"}; empty only when calibrated
 */
public record DisplayStanding(Grade grade, String text) {
    /** Nobody has calibrated the display. */
    public static final DisplayStanding UNCALIBRATED =
            new DisplayStanding(Grade.UNCALIBRATED, "Display not calibrated");

    /** From trusted to not at all. */
    public enum Grade {
        CALIBRATED,
        OUTDATED,
        UNCALIBRATED
    }

    public DisplayStanding {
        if (text.isBlank() && grade != Grade.CALIBRATED) {
            throw new IllegalArgumentException("a display that is not calibrated must say so");
        }
    }
}
