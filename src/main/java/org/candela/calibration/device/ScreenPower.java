package org.candela.calibration.device;

/** Power saving of the screens of this machine. Device thread. */
public interface ScreenPower {
    /** Whether monitors are in standby, suspended or off now; no where the system cannot tell. */
    boolean isAsleep();

    /**
     * Keeps screensaver and power saving away until it is closed. A process that dies takes the hold with it.
     *
     * @throws DeviceException where the system does not take it
     */
    Hold keepAwake() throws DeviceException;

    /** Until it is closed, screens stay lit. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
