package org.candela.viewer.state;

/**
 * How a presentation state lays an image on the screen.
 *
 * @param quarterTurns clockwise, 0 to 3, before mirroring (PS3.3 C.10.6)
 * @param isMirrored left and right exchanged, after turning
 * @param framing the displayed area (C.10.4)
 * @param size how large it is shown
 */
public record StatedView(int quarterTurns, boolean isMirrored, Framing framing, Size size) {

    /** Presentation Size Mode (0070,0100). */
    public sealed interface Size {}

    /** As large as the canvas allows, all of the area to be seen. */
    public record Fit() implements Size {}

    /**
     * As large as the object is.
     *
     * @param columnMm width of a pixel, mm, by the state
     */
    public record True(double columnMm) implements Size {}

    /**
     * Magnified.
     *
     * @param ratio device pixels to an image column
     */
    public record Magnified(double ratio) implements Size {}
}
