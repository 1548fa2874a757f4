package org.candela.viewer;

import org.candela.image.Interpolation;
import org.candela.image.Polarity;

/**
 * How a reader made one viewport look: what is undone, kept and restored, whatever hangs there. Immutable.
 *
 * @param view how the image is looked at
 * @param voi which values become black and white
 * @param polarity whether black and white are exchanged
 * @param ink how the file's overlays are drawn
 * @param interpolation how a magnified image is filled
 */
public record Appearance(
        ViewState view, VoiChoice voi, Polarity polarity, OverlayInk ink, Interpolation interpolation) {
    /** As the files ask, whole. */
    public static final Appearance INITIAL = new Appearance(
            ViewState.FIT, VoiChoice.OfFile.FIRST, Polarity.NORMAL, OverlayInk.AMBER, Interpolation.LINEAR);

    /** The same, looked at otherwise. */
    public Appearance with(ViewState other) {
        return new Appearance(other, voi, polarity, ink, interpolation);
    }

    /** The same through another window or table. */
    public Appearance with(VoiChoice other) {
        return new Appearance(view, other, polarity, ink, interpolation);
    }

    /** The same with black and white exchanged. */
    public Appearance inverted() {
        return new Appearance(view, voi, polarity.toggled(), ink, interpolation);
    }

    /** The same, black and white exchanged or not. */
    public Appearance with(Polarity other) {
        return new Appearance(view, voi, other, ink, interpolation);
    }

    /** The same, a magnified image filled so. */
    public Appearance with(Interpolation other) {
        return new Appearance(view, voi, polarity, ink, other);
    }

    /** The same with overlays drawn so. */
    public Appearance with(OverlayInk other) {
        return new Appearance(view, voi, polarity, other, interpolation);
    }
}
