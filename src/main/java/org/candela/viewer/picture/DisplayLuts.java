package org.candela.viewer.picture;

import java.util.function.Consumer;
import org.candela.base.ScreenId;
import org.candela.image.DisplayLut;

/** The table and the standing of each display. Safe from any thread. */
public interface DisplayLuts {
    /** No display is calibrated. */
    DisplayLuts NONE = new DisplayLuts() {
        @Override
        public DisplayLut lutFor(ScreenId screen) {
            return DisplayLut.IDENTITY;
        }

        @Override
        public DisplayStanding standing(ScreenId screen) {
            return DisplayStanding.UNCALIBRATED;
        }

        @Override
        public void onChange(Consumer<ScreenId> listener) {
            // Nothing changes.
        }
    };

    /** The table of a display; {@link DisplayLut#IDENTITY} for one that is not calibrated. */
    DisplayLut lutFor(ScreenId screen);

    /** What may be said of a display today. */
    DisplayStanding standing(ScreenId screen);

    /** Calls {@code listener}, on any thread, when the table or the standing of a display has changed. */
    void onChange(Consumer<ScreenId> listener);
}
