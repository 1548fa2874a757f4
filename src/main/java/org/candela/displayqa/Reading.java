package org.candela.displayqa;

import org.candela.calibration.Luminance;

/**
 * One reading of the meter.
 *
 * @param argb the patch that was shown
 * @param isAccepted false when the outlier rule rejected it; rejects are kept in the record
 */
public record Reading(int argb, Luminance luminance, boolean isAccepted) {}
