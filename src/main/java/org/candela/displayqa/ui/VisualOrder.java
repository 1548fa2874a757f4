package org.candela.displayqa.ui;

import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.pattern.VisualConditions;
import org.candela.calibration.pattern.VisualSet;
import org.candela.image.DisplayLut;

/**
 * Which visual tests are to be made on which display.
 *
 * @param display the one that is looked at
 * @param lut its table in force, through which images go as well
 * @param set what is asked
 * @param seed decides the places of what has to be found; another one each time
 */
public record VisualOrder(
        DisplayDevice display, DisplayLut lut, VisualSet set, VisualConditions conditions, long seed) {}
