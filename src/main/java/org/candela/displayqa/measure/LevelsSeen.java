package org.candela.displayqa.measure;

import org.candela.calibration.ContrastResponse;

/**
 * Contrast response through the table in force.
 *
 * @param response ambient light included; 18, 52 or 256 levels
 */
public record LevelsSeen(ContrastResponse response) implements Finding {
    /** Number of levels: 18, 52 or 256. */
    public int levels() {
        return response.steps() + 1;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.levels(this);
    }
}
