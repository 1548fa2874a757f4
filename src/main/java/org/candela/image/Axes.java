package org.candela.image;

/** Taps along the canvas axes and the distance in the source array of one step along each. */
record Axes(AxisTaps across, AxisTaps down, int acrossStep, int downStep) {
    boolean isHeld() {
        return across.isHeld() || down.isHeld();
    }

    /** Whether no pixel of canvas row {@code y} lies in the source. */
    boolean isOutside(int y) {
        return down.isOutside(y);
    }
}
