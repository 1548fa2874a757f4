package org.candela.calibration.device;

import java.util.List;

/** Which displays there are. Device thread. */
public interface DisplayInventory {
    /** The displays that show something now, from left to right. */
    List<DisplayDevice> displays() throws DeviceException;
}
