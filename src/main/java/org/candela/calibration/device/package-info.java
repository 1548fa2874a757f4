/**
 * Ports to what hangs on the computer: displays and their tables, meters. Drivers below implement them.
 *
 * <p>May use: calibration, base. All calls are made on the one device thread.
 *
 * <pre>{@code
 * for (DisplayDevice display : inventory.displays()) {
 *     graphicsLut.load(display, GammaRamp.identity(graphicsLut.size(display)));
 * }
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device;

import org.jspecify.annotations.NullMarked;
