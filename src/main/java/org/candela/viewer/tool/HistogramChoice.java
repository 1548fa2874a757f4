package org.candela.viewer.tool;

/** Whether and how the histogram of an image is shown. Used on the thread of the session. */
public final class HistogramChoice {
    private final Runnable changed;
    private boolean isShown;
    private boolean isLogarithmic;

    /** @param changed run after every change */
    public HistogramChoice(Runnable changed) {
        this.changed = changed;
    }

    /** Shows it, or hides it. */
    public void toggle() {
        isShown = !isShown;
        changed.run();
    }

    /** Heights by the number of pixels, or by its logarithm, so that the few are seen beside the many; shows it. */
    public void changeScale() {
        isLogarithmic = !isLogarithmic;
        isShown = true;
        changed.run();
    }

    /** Whether it is shown. */
    public boolean isShown() {
        return isShown;
    }

    /** Whether heights are logarithmic. */
    public boolean isLogarithmic() {
        return isLogarithmic;
    }
}
