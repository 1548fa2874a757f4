package org.candela.calibration.device;

import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;

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

    /** Something done with one monitor. */
    interface Work<T> {
        T on(MonitorControl monitor) throws DeviceException;
    }

    /** Does {@code work} on the monitor of that identity, and lets go of all; empty where it is not within reach. */
    default <T> Optional<T> on(ScreenId screen, Work<T> work) throws DeviceException {
        List<MonitorControl> monitors = monitors();
        try {
            for (MonitorControl monitor : monitors) {
                if (monitor.edid()
                        .flatMap(Edid::screenId)
                        .filter(screen::equals)
                        .isPresent()) {
                    return Optional.of(work.on(monitor));
                }
            }
            return Optional.empty();
        } finally {
            monitors.forEach(MonitorControl::close);
        }
    }

    @Override
    void close();
}
