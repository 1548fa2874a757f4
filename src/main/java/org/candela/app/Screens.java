package org.candela.app;

import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.ScreenPower;
import org.candela.calibration.device.VendorGuard;

/**
 * The displays of this machine as far as a driver reaches them.
 *
 * @param power keeps them awake while one is measured; empty where no driver can
 * @param reached what tells of their controls and of the room's light
 * @param graphicsLut their graphics LUTs; empty where no driver can read them, and then nothing watches over them
 */
record Screens(
        DisplayInventory inventory,
        Optional<GraphicsLut> graphicsLut,
        Optional<ScreenPower> power,
        DriftWatch.Reached reached) {
    /** Where the toolkit alone knows the displays. */
    private static final Screens NONE = new Screens(List::of, Optional.empty());

    /** Displays that nobody keeps awake. */
    Screens(DisplayInventory inventory, Optional<GraphicsLut> graphicsLut) {
        this(inventory, graphicsLut, Optional.empty(), DriftWatch.Reached.NOTHING);
    }

    /** The same, whose monitors' controls and room's light can be asked. */
    Screens with(DriftWatch.Reached other) {
        return new Screens(inventory, graphicsLut, power, other);
    }

    /** The same, with nothing written to a display that its vendor's own agent manages. */
    Screens guarded(VendorGuard guard) {
        return new Screens(inventory, graphicsLut.map(guard::guarded), power, reached);
    }

    /** The displays behind {@code driver}, where there is one. */
    static Screens of(Optional<DisplayDriver> driver) {
        return driver.map(opened -> new Screens(
                        opened.inventory(),
                        Optional.of(opened.graphicsLut()),
                        opened.power(),
                        DriftWatch.Reached.NOTHING))
                .orElse(NONE);
    }
}
