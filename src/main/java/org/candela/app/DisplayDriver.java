package org.candela.app;

import java.util.Optional;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.macos.MacDisplays;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.calibration.device.windows.WindowsDisplays;

/**
 * The driver of the displays of this system, whichever system that is. Device thread.
 *
 * @param ending puts the tables back that were found
 */
record DisplayDriver(DisplayInventory inventory, GraphicsLut graphicsLut, Runnable ending) implements AutoCloseable {

    /**
     * That of Windows, of macOS or of an X server; empty, with one warning, where none works.
     *
     * @param xDisplay name of the X display, as {@code ":0"}; empty when there is none
     */
    static Optional<DisplayDriver> open(String xDisplay) {
        return WindowsDisplays.open()
                .map(windows -> new DisplayDriver(windows, windows, windows::close))
                .or(() -> MacDisplays.open().map(mac -> new DisplayDriver(mac, mac, mac::close)))
                .or(() -> xDisplay.isBlank()
                        ? Optional.empty()
                        : RandrDriver.open(xDisplay).map(randr -> new DisplayDriver(randr, randr, randr::close)));
    }

    @Override
    public void close() {
        ending.run();
    }
}
