package org.candela.displayqa.measure;

import org.candela.calibration.Luminance;

/**
 * Both ends of the scale through the table in force.
 *
 * @param black L' at P-value 0, ambient light included
 * @param white L' at the greatest P-value, ambient light included
 * @param blackReadings how many readings black is the mean of; 0 where that is not known
 * @param whiteReadings the same of white
 */
public record EndsSeen(Luminance black, Luminance white, int blackReadings, int whiteReadings) implements Finding {
    /** Ends of which nobody counted the readings, as those of a response. */
    public EndsSeen(Luminance black, Luminance white) {
        this(black, white, 0, 0);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.ends(this);
    }
}
