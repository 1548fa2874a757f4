package org.candela.viewer.picture;

import org.candela.image.ColourTable;
import org.candela.image.Interpolation;
import org.candela.image.Polarity;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;

/**
 * How data is presented, whatever the view. Colour images ignore {@code voi}, {@code polarity} and {@code colours}.
 *
 * @param voi window or table over modality values
 * @param interpolation how a magnified image is filled between its pixels
 * @param colours colours in the place of greys; what is shown with them is not grey, and that has to be said beside it
 * @param occlusion whether padding and the shutter hide what they cover
 */
public record DataPresentation(
        VoiTransform voi, Polarity polarity, Interpolation interpolation, ColourTable colours, Occlusion occlusion) {
    /** Grey, linear between pixels, padding and shutter as filed. */
    public DataPresentation(VoiTransform voi, Polarity polarity) {
        this(voi, polarity, Interpolation.LINEAR, ColourTable.NONE, Occlusion.KEPT);
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
        return new DataPresentation(voi.at(center, width), polarity, interpolation, colours, occlusion);
    }

    /** The same with another filling between pixels. */
    public DataPresentation with(Interpolation other) {
        return new DataPresentation(voi, polarity, other, colours, occlusion);
    }

    /** The same in other colours. */
    public DataPresentation with(ColourTable other) {
        return new DataPresentation(voi, polarity, interpolation, other, occlusion);
    }

    /** The same, what the file hides hidden or not. */
    public DataPresentation with(Occlusion other) {
        return new DataPresentation(voi, polarity, interpolation, colours, other);
    }
}
