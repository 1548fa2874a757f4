/**
 * A meter that somebody reads and types what it shows.
 *
 * <p>May use: calibration, calibration.device, base.
 *
 * <pre>{@code
 * Typist typist = question -> new Typist.Answer.Typed(dialog.ask(question));
 * Photometer meter = new TypedPhotometer(typist, TypedPhotometer.Meter.of("Konica Minolta", "LS-150", "1234567"));
 * Luminance seen = meter.read();
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.typed;

import org.jspecify.annotations.NullMarked;
