package org.candela.viewer.picture;

import org.candela.study.LoadedFrame;

/** All that decides the pixels of a viewport but the monitor: what is shown, how it is presented, how it is looked at. */
public record Picture(LoadedFrame loaded, DataPresentation presentation, ResolvedView view, OverlayInk ink) {
    /** A picture of the values alone. */
    public Picture(LoadedFrame loaded, DataPresentation presentation, ResolvedView view) {
        this(loaded, presentation, view, OverlayInk.NONE);
    }
}
