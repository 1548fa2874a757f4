package org.candela.calibration.device.windows;

import java.util.HexFormat;
import java.util.Locale;
import org.candela.calibration.device.DeviceException;

/** From errors of Windows (winerror.h) to what they mean for a display. */
final class Errors {
    private Errors() {}

    /** The last error on this thread, in what {@code device} was asked for. Call at once. */
    static DeviceException last(String device, String operation) {
        return of(Win32.lastError(), device, operation);
    }

    static DeviceException of(int error, String device, String operation) {
        String hex = "0x" + HexFormat.of().toHexDigits(error).toUpperCase(Locale.ROOT);
        return switch (error) {
            // the monitor says so itself, or there is no wire to it
            case 0xC0262580, 0xC0262581, 0xC0262584 ->
                new DeviceException("device.unsupported", device, operation + ": the monitor has it not (" + hex + ")");
            // the handle died with an unplugged cable or a changed mode
            case 0xC026258C, 0xC026258D ->
                new DeviceException(
                        "device.gone", device, operation + ": the monitor is no longer there (" + hex + ")");
            case 0xC0262582, 0xC0262583 ->
                new DeviceException("device.no-answer", device, operation + ": the wire failed (" + hex + ")");
            case 0xC0262585, 0xC0262586, 0xC0262589, 0xC026258A, 0xC026258B, 0xC02625D8 ->
                new DeviceException("device.garbled", device, operation + ": a broken reply (" + hex + ")");
            default -> new DeviceException("device.windows-error", device, operation + " failed: " + hex);
        };
    }

    /** Whether another try can help. */
    static boolean isPassing(DeviceException failure) {
        return failure.code().equals("device.no-answer") || failure.code().equals("device.garbled");
    }
}
