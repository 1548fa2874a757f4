package org.candela.displayqa.measure;

import org.candela.calibration.device.DeviceException;

/** Shows a plain field on the display under test, through the path that pictures take. Device thread. */
@FunctionalInterface
public interface PatchPresenter {
    /** Shows an opaque colour; returns when it is on the screen and has settled. */
    void show(int argb) throws DeviceException;

    /** Takes the field away when a run is over; the next {@link #show} brings it back. */
    default void clear() {}
}
