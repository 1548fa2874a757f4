package org.candela.calibration.device.ddcutil;

import org.candela.calibration.device.DeviceException;

/** A call of libddcutil that failed, before it is told in the words of the port. */
final class DdcutilFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    /** @param told what libddcutil says of it: the name of the status and its detail */
    DdcutilFailure(int status, String told) {
        super(told);
        this.status = status;
    }

    int status() {
        return status;
    }

    DeviceException toDevice(String device, String operation) {
        return new DeviceException(
                DdcutilStatus.code(status),
                device,
                operation + " failed: " + getMessage() + DdcutilStatus.advice(status),
                this);
    }
}
