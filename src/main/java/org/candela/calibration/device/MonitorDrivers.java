package org.candela.calibration.device;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drivers that are plugged in on the class path, as a vendor's own library (docs/monitor-drivers.md). */
public final class MonitorDrivers {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorDrivers.class);
    /** A provider that fails while it is looked for may be found again and again. */
    private static final int MOST = 64;

    private MonitorDrivers() {}

    /**
     * The drivers that {@code loader} finds, each with a public constructor without parameters. One that cannot be made gives
     * a warning and no driver; others are not kept from working by it.
     */
    // [impl->req~device.driver-spi~1]
    public static List<MonitorDriver> plugged(ClassLoader loader) {
        List<MonitorDriver> drivers = new ArrayList<>();
        Iterator<MonitorDriver> found =
                ServiceLoader.load(MonitorDriver.class, loader).iterator();
        for (int i = 0; i < MOST && hasNext(found); i++) {
            next(found).ifPresent(drivers::add);
        }
        return drivers;
    }

    /** Looking for the next one fails too, where a list of services names a class that is not there. */
    private static Optional<MonitorDriver> next(Iterator<MonitorDriver> found) {
        try {
            return Optional.of(found.next());
        } catch (ServiceConfigurationError e) {
            LOG.warn("a monitor driver that is plugged in cannot be used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean hasNext(Iterator<MonitorDriver> found) {
        try {
            return found.hasNext();
        } catch (ServiceConfigurationError e) {
            LOG.warn("the list of monitor drivers that are plugged in cannot be read on: {}", e.getMessage());
            return true;
        }
    }
}
