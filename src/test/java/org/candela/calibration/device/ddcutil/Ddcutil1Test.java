package org.candela.calibration.device.ddcutil;

/** Over {@code libddcutil.so.4} with the structures of 1.4. */
class Ddcutil1Test extends DdcutilContract {
    Ddcutil1Test() {
        super(1, "1.4.1");
    }
}
