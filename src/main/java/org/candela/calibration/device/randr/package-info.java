/**
 * Displays and graphics tables of an X server, by libX11 and libXrandr.
 *
 * <p>May use: calibration, calibration.device, base. One of the few rooms with native calls.
 *
 * <pre>{@code
 * Optional<RandrDriver> driver = RandrDriver.open(":0");
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.randr;

import org.jspecify.annotations.NullMarked;
