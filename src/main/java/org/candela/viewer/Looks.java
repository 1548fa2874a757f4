package org.candela.viewer;

import org.candela.image.VoiWindow;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.ViewState;

/** A place whose image a reader lets look otherwise. */
public interface Looks {
    /** How the image looks now. */
    Appearance appearance();

    /** Looks so from now on. */
    void become(Appearance other);

    /** Presents the values through a window of the reader's own from now on. */
    default void chooseWindow(VoiWindow window) {
        become(appearance().with(appearance().voi().replacedBy(window)));
    }

    /** Brings the window or table in use to another centre and width, modality units; its curve stays. */
    default void moveWindow(double center, double width) {
        become(appearance().with(appearance().voi().at(center, width)));
    }

    /** Turns black to white and back. */
    default void invert() {
        become(appearance().inverted());
    }

    /** Takes the file's overlays off the picture, or puts them on again. */
    default void toggleOverlays() {
        become(appearance().with(areOverlaysShown() ? OverlayInk.NONE : OverlayInk.AMBER));
    }

    /** Whether overlays are drawn where the file has any. */
    default boolean areOverlaysShown() {
        return appearance().ink() != OverlayInk.NONE;
    }

    /** Looks at the image in another way. */
    default void look(ViewState state) {
        become(appearance().with(state));
    }

    /** Window, polarity and view as the files ask, or the presentation state in use. */
    default void reset() {
        become(appearance().reset());
    }
}
