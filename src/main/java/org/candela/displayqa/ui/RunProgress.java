package org.candela.displayqa.ui;

import java.util.Locale;
import java.util.OptionalDouble;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;

/**
 * How far a run has come.
 *
 * @param kind what runs; the last one when nothing does
 * @param done readings or places of this phase so far
 * @param expected how many there will be; 0 where nobody can know
 */
public record RunProgress(Phase phase, QaKind kind, int done, int expected) {
    /** Before the first run. */
    static final RunProgress IDLE = new RunProgress(Phase.IDLE, QaKind.CALIBRATION, 0, 0);

    /** What is being done. */
    public enum Phase {
        IDLE,
        STARTING,
        NATIVE_RESPONSE,
        UNCALIBRATED_LEVELS,
        CONFORMANCE_LEVELS,
        PLACES,
        /** The measured half of the pre-shift check of one display; done and expected are displays. */
        PRE_SHIFT,
        /** The reader looks at the pattern of a pre-shift check. */
        LOOKING,
        CANCELLING;

        static Phase of(QaProgress.Step step) {
            return switch (step) {
                case NATIVE_RESPONSE -> NATIVE_RESPONSE;
                case UNCALIBRATED_LEVELS -> UNCALIBRATED_LEVELS;
                case CONFORMANCE_LEVELS -> CONFORMANCE_LEVELS;
            };
        }

        String key() {
            return "displayqa.progress." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a run is on. */
    public boolean isRunning() {
        return phase != Phase.IDLE;
    }

    /** Done share of this phase, 0 to 1; empty where nobody can know how many readings it takes. */
    public OptionalDouble share() {
        return expected > 0 ? OptionalDouble.of(done / (double) expected) : OptionalDouble.empty();
    }
}
