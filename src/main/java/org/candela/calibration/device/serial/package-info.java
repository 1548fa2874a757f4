/**
 * Meters on a serial line: Konica Minolta CS-100A, LS-100 and CS-200, Klein K-10. Codecs without a line, meters on the port
 * {@link org.candela.calibration.device.serial.SerialLine}, and the line itself by jSerialComm.
 *
 * <p>May use: calibration, calibration.device, base.
 *
 * <pre>{@code
 * SerialLine line = JSerialCommLine.open("/dev/ttyUSB0", SerialSettings.KONICA_100);
 * try (KonicaPhotometer meter = KonicaPhotometer.open(line, KonicaPhotometer.Model.LS_100)) {
 *     Luminance seen = meter.read();
 * }
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.serial;

import org.jspecify.annotations.NullMarked;
