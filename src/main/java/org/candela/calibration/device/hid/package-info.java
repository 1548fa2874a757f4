/**
 * Meters on USB that speak by HID reports, as the ColorHug, whose protocol is open.
 *
 * <p>May use: calibration, calibration.device, base.
 *
 * <pre>{@code
 * for (Hid4JavaPort.Device device : Hid4JavaPort.attached(ColorHug.USB_IDS)) {
 *     try (ColorHug meter = ColorHug.open(Hid4JavaPort.open(device), ColorHug.Panel.LCD, new Cancellation())) {
 *         Luminance seen = meter.read();
 *     }
 * }
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.hid;

import org.jspecify.annotations.NullMarked;
