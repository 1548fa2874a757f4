package org.candela.viewer;

import java.util.Optional;
import java.util.function.Supplier;
import org.candela.image.OrientationMarks;
import org.candela.image.VoiTransform;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.EdgeLetters;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.state.Framing;
import org.candela.viewer.state.StatePresentation;

/**
 * A frame as it is to be shown: under the presentation state in use, where that was made for it and can be applied.
 *
 * @param loaded its values and what they mean to the eye
 * @param look how the reader wants it, on top of that
 * @param view how it is looked at
 * @param framing what of it fills the canvas
 * @param state what came of the state in use; empty where none is used whole on this frame
 */
record Seen(LoadedFrame loaded, Appearance look, ViewState view, Framing framing, Optional<StatePresentation> state) {
    /** A frame without a presentation state. */
    static Seen plain(LoadedFrame loaded, Appearance look) {
        return plain(loaded, look, Optional.empty());
    }

    /** A frame that looks as without a presentation state, and why. */
    static Seen plain(LoadedFrame loaded, Appearance look, Optional<StatePresentation> state) {
        Framing whole = Framing.whole(
                loaded.frame().layout(), loaded.description().place().pixelAspect());
        return new Seen(loaded, look, look.view(), whole, state);
    }

    /** How the values are presented; {@code ifNone} makes a window for an image that asks for none. */
    DataPresentation presentation(Supplier<VoiTransform> ifNone) {
        return look.presentation(look.voi().on(loaded.description().voi(), ifNone));
    }

    /** Letters at the edges as the image stands on the screen. */
    OrientationMarks marks() {
        return EdgeLetters.of(loaded, view);
    }
}
