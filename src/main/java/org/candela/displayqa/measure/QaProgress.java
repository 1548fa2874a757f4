package org.candela.displayqa.measure;

/** Hears how far a run has come. Called on the device thread; must return at once. */
@FunctionalInterface
public interface QaProgress {
    /** Hears nothing. */
    QaProgress NONE = (step, readings) -> {};

    /** Called after each accepted reading: what is being done, and how many patches have been read for it. */
    void reached(Step step, int readings);

    /** Called before the patches of a step are read: how many there will be at least. */
    default void begins(Step step, int patches) {}

    /** Called after each reading, rejects too. */
    default void read(Reading reading) {}

    /** Called when a reading that was told as accepted turns out to be an outlier among its fellows. */
    default void rejects(Reading reading) {}

    /** Parts of a run, in order. */
    enum Step {
        NATIVE_RESPONSE,
        UNCALIBRATED_LEVELS,
        CONFORMANCE_LEVELS
    }
}
