package org.candela.viewer;

import org.candela.image.Polarity;
import org.candela.image.VoiTransform;

/**
 * How a reader made one viewport look: what is undone, kept and restored, whatever hangs there. Immutable.
 *
 * @param view how the image is looked at
 * @param voi which values become black and white
 * @param polarity whether black and white are exchanged
 * @param ink how the file's overlays are drawn
 */
public record Appearance(ViewState view, VoiChoice voi, Polarity polarity, OverlayInk ink) {
    /** As the files ask, whole. */
    public static final Appearance INITIAL =
            new Appearance(ViewState.FIT, VoiChoice.OfFile.FIRST, Polarity.NORMAL, OverlayInk.AMBER);

    /** The same, looked at otherwise. */
    public Appearance with(ViewState other) {
        return new Appearance(other, voi, polarity, ink);
    }

    /** The same through a window or table of the reader's own. */
    public Appearance with(VoiTransform chosen) {
        return with(voi.replacedBy(chosen));
    }

    /** The same through another window or table. */
    public Appearance with(VoiChoice other) {
        return new Appearance(view, other, polarity, ink);
    }

    /** The same with black and white exchanged. */
    public Appearance inverted() {
        return new Appearance(view, voi, polarity.toggled(), ink);
    }

    /** The same, black and white exchanged or not. */
    public Appearance with(Polarity other) {
        return new Appearance(view, voi, other, ink);
    }

    /** The same with overlays drawn so. */
    public Appearance with(OverlayInk other) {
        return new Appearance(view, voi, polarity, other);
    }
}
