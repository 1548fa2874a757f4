package org.candela.displayqa.ui;

import java.util.Locale;
import java.util.OptionalDouble;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;

/**
 * How far a run has come.
 *
 * @param kind what runs; the last one when nothing does
 * @param done readings or places of this phase so far
 */
public record RunProgress(Phase phase, QaKind kind, int done) {
    /** Before the first run. */
    static final RunProgress IDLE = new RunProgress(Phase.IDLE, QaKind.CALIBRATION, 0);

    /** What is being done. */
    public enum Phase {
        IDLE,
        STARTING,
        NATIVE_RESPONSE,
        UNCALIBRATED_LEVELS,
        CONFORMANCE_LEVELS,
        PLACES,
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
        return switch (phase) {
            case UNCALIBRATED_LEVELS, CONFORMANCE_LEVELS ->
                OptionalDouble.of(done / (double) ContrastResponse.ROUTINE_LEVELS);
            case PLACES -> OptionalDouble.of(done / (double) (Uniformity.SIDE * Uniformity.SIDE));
            case IDLE, STARTING, NATIVE_RESPONSE, CANCELLING -> OptionalDouble.empty();
        };
    }
}
