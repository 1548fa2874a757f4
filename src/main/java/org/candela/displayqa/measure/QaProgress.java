package org.candela.displayqa.measure;

/** Hears how far a run has come. Called on the device thread; must return at once. */
@FunctionalInterface
public interface QaProgress {
    /** Hears nothing. */
    QaProgress NONE = (step, readings) -> {};

    /** Called after each accepted reading: what is being done, and how many patches have been read for it. */
    void reached(Step step, int readings);

    /** Parts of a run, in order. */
    enum Step {
        NATIVE_RESPONSE,
        UNCALIBRATED_LEVELS,
        CONFORMANCE_LEVELS
    }
}
