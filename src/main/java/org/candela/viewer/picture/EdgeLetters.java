package org.candela.viewer.picture;

import org.candela.image.OrientationMarks;
import org.candela.study.LoadedFrame;

/** The letters at the edges of an image as it stands on the screen. */
public final class EdgeLetters {
    private EdgeLetters() {}

    /** By the plane of a frame where it has one, else by its Patient Orientation; turned and mirrored with the view. */
    public static OrientationMarks of(LoadedFrame loaded, ViewState view) {
        OrientationMarks asStored = loaded.description()
                .place()
                .plane()
                .map(OrientationMarks::of)
                .orElseGet(
                        () -> OrientationMarks.of(loaded.description().place().patientOrientation()));
        return view.marks(asStored);
    }
}
