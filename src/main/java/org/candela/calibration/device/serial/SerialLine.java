package org.candela.calibration.device.serial;

import java.time.Duration;
import org.candela.calibration.device.DeviceException;

/** An open serial line. Device thread. */
public interface SerialLine extends AutoCloseable {
    /** Where it is and how it is set, for errors: {@code "/dev/ttyUSB0 4800 7E2"}. */
    String name();

    /** Sends all of {@code bytes}; {@code device.gone} when the line was unplugged. */
    void write(byte[] bytes) throws DeviceException;

    /**
     * Takes bytes that came in, waiting for the first of them at most {@code limit}, or less.
     *
     * @return how many of {@code into} were filled; 0 when none came in time
     * @throws DeviceException {@code device.gone} when the line was unplugged
     */
    int read(byte[] into, Duration limit) throws DeviceException;

    @Override
    void close();
}
