package org.candela.viewer;

import org.candela.image.Interpolation;
import org.candela.image.Polarity;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;

/**
 * How data is presented, whatever the view: which values become black and white, and how pixels are filled between. Colour
 * images ignore {@code voi} and {@code polarity}.
 *
 * @param voi window or table over modality values
 * @param interpolation how a magnified image is filled
 */
public record DataPresentation(VoiTransform voi, Polarity polarity, Interpolation interpolation) {
    /** Linear between pixels. */
    public DataPresentation(VoiTransform voi, Polarity polarity) {
        this(voi, polarity, Interpolation.LINEAR);
    }

    /** As the file asks: its first window or VOI LUT, else a window over the values that the frame holds. */
    public static DataPresentation initial(LoadedFrame loaded) {
        return new DataPresentation(InitialWindow.of(loaded), Polarity.NORMAL);
    }

    /** The window a reader goes on from. */
    public VoiWindow window() {
        return voi.window();
    }

    /** The same curve over another centre and width: a window keeps its function, a VOI LUT is stretched. */
    public DataPresentation windowed(double center, double width) {
        return new DataPresentation(voi.at(center, width), polarity, interpolation);
    }

    /** The same with another filling between pixels. */
    public DataPresentation with(Interpolation other) {
        return new DataPresentation(voi, polarity, other);
    }
}
