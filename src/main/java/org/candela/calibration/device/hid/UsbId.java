package org.candela.calibration.device.hid;

/** Vendor and product of a USB device, each 0 to 65535. */
public record UsbId(int vendor, int product) {}
