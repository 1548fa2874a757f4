package org.candela.displayqa;

import java.util.List;
import java.util.function.Function;
import org.candela.calibration.Uniformity;
import org.candela.calibration.device.Photometer;

/**
 * A uniformity test: one even field at nine places, through the table in force.
 *
 * @param lutSha256 hash of the display table that was measured through
 * @param uniformity luminances, ambient light included
 */
public record Evenness(Photometer.Identity photometer, String lutSha256, Uniformity uniformity, List<Reading> readings)
        implements QaOutcome {
    /** P-value of the field: 80 % of the scale, as in TG18-UN80. */
    static final int P_VALUE = 204 * 257;

    public Evenness {
        readings = List.copyOf(readings);
    }

    /** Puts the meter before a place of the screen; a person does, or a simulation. Device thread. */
    @FunctionalInterface
    public interface MeterPlacement {
        /**
         * Returns when the meter is there.
         *
         * @param row 0 (top) to 2
         * @param column 0 (left) to 2
         * @throws java.util.concurrent.CancellationException when whoever places it gives up
         */
        void place(int row, int column);
    }

    @Override
    public <R> R match(
            Function<Calibration, R> calibration,
            Function<Constancy, R> constancy,
            Function<QuickCheck, R> quick,
            Function<Evenness, R> evenness) {
        return evenness.apply(this);
    }
}
