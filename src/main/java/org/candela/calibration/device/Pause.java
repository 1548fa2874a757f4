package org.candela.calibration.device;

import java.time.Duration;

/** Waits between two calls to a device; a test's own does not. */
@FunctionalInterface
public interface Pause {
    /** Waits on the thread that calls. */
    Pause SLEEPING = duration -> {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException("device.interrupted", "monitor", "interrupted while it was waited for", e);
        }
    };

    /** Returns after {@code duration}; throws {@code device.interrupted} when broken off. */
    void wait(Duration duration) throws DeviceException;
}
