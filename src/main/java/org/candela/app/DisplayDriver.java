package org.candela.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.DisplaySession;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.ScreenPower;
import org.candela.calibration.device.macos.MacDisplays;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.calibration.device.randr.XScreenPower;
import org.candela.calibration.device.windows.WindowsDisplays;

/**
 * The driver of the displays of this system, whichever system that is. Device thread.
 *
 * @param power keeps them awake while one is measured; empty where no driver can
 * @param endings put the tables back that were found and let go of the system, in this order
 */
// [impl->req~app.display-driver~1]
record DisplayDriver(
        DisplayInventory inventory, GraphicsLut graphicsLut, Optional<ScreenPower> power, List<Runnable> endings)
        implements AutoCloseable {
    DisplayDriver {
        endings = List.copyOf(endings);
    }

    /** That of Windows, of macOS or of an X server; empty, with one warning, where none works. */
    static Optional<DisplayDriver> open(Desktop desktop) {
        return WindowsDisplays.open()
                .map(windows -> of(windows, windows, windows::close))
                .or(() -> MacDisplays.open().map(mac -> of(mac, mac, mac::close)))
                .or(() -> desktop.xDisplay().isBlank()
                        ? Optional.empty()
                        : RandrDriver.open(desktop.xDisplay()).map(randr -> x11(randr, desktop)));
    }

    /**
     * Where displays may be.
     *
     * @param xDisplay name of the X display, as {@code ":0"}; empty when there is none
     * @param session says whether tables that are loaded through X have an effect
     */
    record Desktop(String xDisplay, DisplaySession session) {}

    private static DisplayDriver of(DisplayInventory inventory, GraphicsLut tables, Runnable ending) {
        return new DisplayDriver(inventory, tables, Optional.empty(), List.of(ending));
    }

    private static DisplayDriver x11(RandrDriver randr, Desktop desktop) {
        List<Runnable> endings = new ArrayList<>();
        endings.add(randr::close);
        Optional<XScreenPower> power = XScreenPower.open(desktop.xDisplay());
        power.ifPresent(opened -> endings.add(opened::close));
        return new DisplayDriver(randr, desktop.session().limited(randr), power.map(ScreenPower.class::cast), endings);
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
