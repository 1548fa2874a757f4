package org.candela.calibration.device;

import java.util.Optional;
import org.candela.base.ScreenId;

/**
 * A display that shows a part of the desktop now.
 *
 * @param connector name of the port, as the system has it
 * @param edid what the monitor says of itself; empty when it says nothing readable
 * @param place where on the desktop
 */
public record DisplayDevice(String connector, Optional<Edid> edid, Place place) {

    /** A part of the desktop, in device pixels. */
    public record Place(int x, int y, int width, int height) {}

    /** The panel's identity, else that of the port. */
    public ScreenId id() {
        return edid.flatMap(Edid::screenId).orElseGet(() -> new ScreenId("port:" + connector));
    }
}
