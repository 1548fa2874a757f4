package org.candela.calibration.device;

import java.util.List;

/**
 * A way to reach the controls of monitors; found by {@link java.util.ServiceLoader} too, so that a vendor's own library can
 * be plugged in on the class path.
 *
 * <p>A driver that cannot work here says so by an empty list and one warning that tells what to do; it never throws for a
 * library that is missing. Device thread.
 */
public interface MonitorDriver extends AutoCloseable {
    /** Name and version, as {@code "ddcutil 2.1.4"}. */
    String name();

    /** The monitors within reach now, each to be closed by the caller. */
    List<MonitorControl> monitors() throws DeviceException;

    @Override
    void close();
}
