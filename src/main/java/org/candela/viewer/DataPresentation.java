package org.candela.viewer;

import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;

/**
 * How data is presented, whatever the view: which values become black and white. Colour images ignore both parts.
 *
 * @param window over modality values
 */
public record DataPresentation(VoiWindow window, Polarity polarity) {
    /** As the file asks: its first window, else one over the values that the frame holds. */
    public static DataPresentation initial(LoadedFrame loaded) {
        return new DataPresentation(InitialWindow.of(loaded), Polarity.NORMAL);
    }
}
