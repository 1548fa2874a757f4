/**
 * A monitor and a meter that do not exist, for tests and demonstrations; both say so wherever they are named.
 *
 * <p>May use: calibration, calibration.device, base.
 *
 * <pre>{@code
 * SimulatedMonitor monitor = SimulatedMonitor.typical(1);
 * monitor.show(0xFF808080);
 * Luminance seen = new SimulatedPhotometer(monitor).read();
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.sim;

import org.jspecify.annotations.NullMarked;
