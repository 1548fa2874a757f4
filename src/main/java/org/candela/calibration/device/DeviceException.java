package org.candela.calibration.device;

import org.candela.base.CandelaException;

/** A device that did not do as asked; names the device, the operation and the device's own code. */
public final class DeviceException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public DeviceException(String code, String device, String problem) {
        super(code, device + ": " + problem);
    }

    /**
     * What was set or loaded is not what the device holds: {@code device.not-applied}.
     *
     * @param problem what was read back instead, and what to do
     */
    public static DeviceException notApplied(String device, String problem) {
        return new DeviceException("device.not-applied", device, problem);
    }

    public DeviceException(String code, String device, String problem, Throwable cause) {
        super(code, device + ": " + problem, cause);
    }
}
