package org.candela.calibration.device.hid;

import java.time.Duration;
import org.candela.calibration.device.DeviceException;

/** An open HID device, by reports without numbers. Device thread. */
public interface HidPort extends AutoCloseable {
    /** Which device, for errors. */
    String name();

    /** Sends one report; {@code device.gone} when the device was unplugged. */
    void write(byte[] report) throws DeviceException;

    /**
     * Takes the next report, waiting for it at most {@code limit}.
     *
     * @return its bytes, as many as came; none when no report came in time
     * @throws DeviceException {@code device.gone} when the device was unplugged
     */
    byte[] read(Duration limit) throws DeviceException;

    @Override
    void close();
}
