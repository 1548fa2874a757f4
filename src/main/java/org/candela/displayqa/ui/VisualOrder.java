package org.candela.displayqa.ui;

import java.util.Optional;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.pattern.VisualConditions;
import org.candela.calibration.pattern.VisualSet;
import org.candela.displayqa.DisplayQa;
import org.candela.image.DisplayLut;

/**
 * Which visual tests are to be made on which display.
 *
 * @param display the one that is looked at
 * @param lut its table in force, through which images go as well
 * @param set what is asked
 * @param seed decides the places of what has to be found; another one each time
 * @param begun the visual test that this is; empty where the pattern belongs to a run that was measured
 */
public record VisualOrder(
        DisplayDevice display,
        DisplayLut lut,
        VisualSet set,
        VisualConditions conditions,
        long seed,
        Optional<DisplayQa.Looking> begun) {
    /** The same patterns as a visual test of their own. */
    VisualOrder begun(DisplayQa.Looking looking) {
        return new VisualOrder(display, lut, set, conditions, seed, Optional.of(looking));
    }
}
