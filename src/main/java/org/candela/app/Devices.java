package org.candela.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.VendorGuard;

/**
 * How the devices of this machine are reached. Whoever opens one closes it, also where what comes after it does not open.
 *
 * @param displays opens their driver
 * @param monitors opens what tells of their controls and of the light of the room
 * @param meters knows the ways to meters, and opens none
 * @param settleTime how long a panel takes to show a field
 */
record Devices(Displays displays, Monitors monitors, Supplier<MeterShelf> meters, Duration settleTime) {
    /** The way to the displays. */
    @FunctionalInterface
    interface Displays {
        /** Their driver; empty where none works. */
        Optional<DisplayDriver> open(DisplayDriver.Desktop desktop);
    }

    /** The way to monitors. */
    @FunctionalInterface
    interface Monitors {
        /** What can be asked where {@code displays} lists a real one. */
        DriftWatch.Reached open(VendorGuard guard, Optional<DisplayInventory> displays);
    }

    /** Those that are really there. */
    static Devices of(Config config) {
        return new Devices(
                DisplayDriver::open,
                (guard, displays) -> new MonitorReach(guard).reached(displays),
                () -> Meters.shelf(config.video()),
                RoomStation.REAL_PANEL);
    }
}
