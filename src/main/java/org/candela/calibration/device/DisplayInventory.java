package org.candela.calibration.device;

import java.util.List;

/** Which displays there are. Device thread. */
@FunctionalInterface
public interface DisplayInventory {
    /** The displays that show something now, from left to right. */
    List<DisplayDevice> displays() throws DeviceException;

    /**
     * Whether displays may have come, gone, moved or been exchanged since this was last asked; never, where the driver
     * cannot tell. Does not wait for the server.
     */
    default boolean hasChanged() {
        return false;
    }
}
