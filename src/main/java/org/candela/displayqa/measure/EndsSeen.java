package org.candela.displayqa.measure;

import org.candela.calibration.Luminance;

/**
 * Both ends of the scale through the table in force.
 *
 * @param black L' at P-value 0, ambient light included
 * @param white L' at the greatest P-value, ambient light included
 */
public record EndsSeen(Luminance black, Luminance white) implements Finding {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.ends(this);
    }
}
