package org.candela.displayqa.measure;

import org.candela.calibration.Luminance;

/**
 * White as the monitor's own sensor and the meter before it saw it, one right after the other, emitted. It proves nothing of the
 * display: it tells how far the sensor can be believed.
 */
public record OwnSensorSeen(Luminance own, Luminance external) {}
