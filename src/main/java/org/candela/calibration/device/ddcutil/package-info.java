/**
 * Controls of monitors on Linux over DDC/CI, by libddcutil 1.3 to 1.4 ({@code libddcutil.so.4}) and 2.x
 * ({@code libddcutil.so.5}).
 *
 * <p>May use: calibration, calibration.device, base. One of the few rooms with native calls. Tested against libraries of our
 * own with the structures of both; not yet run on hardware.
 *
 * <pre>{@code
 * Optional<DdcutilDriver> driver = DdcutilDriver.open(new DdcutilSurroundings(threads, pause, Path.of("/dev")));
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.ddcutil;

import org.jspecify.annotations.NullMarked;
