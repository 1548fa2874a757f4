/**
 * Monitors, meters, a room and settings that do not exist, for tests and demonstrations; all say so wherever they are named.
 *
 * <p>May use: calibration, calibration.device, base.
 *
 * <pre>{@code
 * SimulatedRoom room = new SimulatedRoom(0.01);
 * SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2).withBits(10), 1);
 * room.light(25);
 * monitor.show(0xFF808080);
 * Luminance seen = SimulatedPhotometer.telescopic(monitor, room).read();
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.sim;

import org.jspecify.annotations.NullMarked;
