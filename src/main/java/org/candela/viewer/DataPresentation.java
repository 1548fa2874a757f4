package org.candela.viewer;

import org.candela.image.Polarity;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;

/**
 * How data is presented, whatever the view: which values become black and white. Colour images ignore both parts.
 *
 * @param voi window or table over modality values
 */
public record DataPresentation(VoiTransform voi, Polarity polarity) {
    /** As the file asks: its first window or VOI LUT, else a window over the values that the frame holds. */
    public static DataPresentation initial(LoadedFrame loaded) {
        return new DataPresentation(InitialWindow.of(loaded), Polarity.NORMAL);
    }

    /** The window a reader goes on from. */
    public VoiWindow window() {
        return voi.window();
    }
}
