package org.candela.viewer.picture;

import org.candela.dicom.image.ImageDescription;
import org.candela.image.GrayscalePipeline;
import org.candela.image.PixelPadding;
import org.candela.study.LoadedFrame;

/** All that decides the pixels of a viewport but the monitor: what is shown, how it is presented, how it is looked at. */
public record Picture(LoadedFrame loaded, DataPresentation presentation, ResolvedView view, OverlayInk ink) {
    /** A picture of the values alone. */
    public Picture(LoadedFrame loaded, DataPresentation presentation, ResolvedView view) {
        this(loaded, presentation, view, OverlayInk.NONE);
    }

    /** What its stored values become; for greys alone. */
    public GrayscalePipeline greys() {
        ImageDescription description = loaded.description();
        return new GrayscalePipeline(
                loaded.frame().layout(),
                description.rescale(),
                presentation.voi(),
                description.greys().presentation(),
                presentation.polarity(),
                presentation.occlusion() == Occlusion.LIFTED ? PixelPadding.NONE : description.padding());
    }
}
