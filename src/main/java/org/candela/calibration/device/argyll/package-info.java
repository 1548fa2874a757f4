/**
 * Meters that ArgyllCMS knows, through its program {@code spotread}: a process of its own, never linked, never waited for
 * without end.
 *
 * <p>May use: calibration, calibration.device, base.
 *
 * <pre>{@code
 * Spotread spotread = new Spotread(program, Optional.of(Path.of("/dev/bus/usb")), Spotread.Limits.USUAL);
 * ArgyllInstrument instrument = spotread.instruments(new Cancellation()).get(0);
 * try (ArgyllPhotometer meter = ArgyllPhotometer.open(spotread, instrument, ArgyllPhotometer.Use.CONTACT)) {
 *     Luminance seen = meter.read();
 * }
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.argyll;

import org.jspecify.annotations.NullMarked;
