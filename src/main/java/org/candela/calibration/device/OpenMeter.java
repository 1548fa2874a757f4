package org.candela.calibration.device;

/** A meter that holds something until it is closed: a line, a port, a process. */
public interface OpenMeter extends Photometer, AutoCloseable {
    /** Lets go of what it holds; ends a reading under way where the meter says so. */
    @Override
    void close();
}
