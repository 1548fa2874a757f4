/**
 * Calibrating displays, proving it, and what the standards say of the result.
 *
 * <p>May use: calibration, calibration.device, image, facility, store, audit, readiness, base.
 *
 * <pre>{@code
 * Calibration calibration = new CalibrationRun(bench, target).run(cancellation);
 * double reached = calibration.after().kappaDelta();
 * }</pre>
 */
@NullMarked
package org.candela.displayqa;

import org.jspecify.annotations.NullMarked;
