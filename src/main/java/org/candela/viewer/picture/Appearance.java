package org.candela.viewer.picture;

import java.util.List;
import org.candela.image.ColourTable;
import org.candela.image.Interpolation;
import org.candela.image.Polarity;
import org.candela.image.VoiTransform;
import org.candela.viewer.state.SentState;

/**
 * How a reader made one viewport look: what is undone, kept and restored, whatever hangs there. Immutable.
 *
 * @param view how the image is looked at
 * @param voi which values become black and white
 * @param polarity whether black and white are exchanged
 * @param ink how the file's overlays are drawn
 * @param filling how values are shown otherwise than as greys of single pixels
 * @param use the presentation state that all of this is laid over; of one used whole, what is as in {@link #INITIAL} is as
 *     the state asks
 */
public record Appearance(
        ViewState view, VoiChoice voi, Polarity polarity, OverlayInk ink, Filling filling, StateUse use) {
    /** As the files ask, whole. */
    public static final Appearance INITIAL =
            new Appearance(ViewState.FIT, VoiChoice.OfFile.FIRST, Polarity.NORMAL, OverlayInk.AMBER, Filling.USUAL);

    /** Without a presentation state. */
    public Appearance(ViewState view, VoiChoice voi, Polarity polarity, OverlayInk ink, Filling filling) {
        this(view, voi, polarity, ink, filling, StateUse.none());
    }

    /** The same under a presentation state, or none. */
    public Appearance with(StateUse other) {
        return new Appearance(view, voi, polarity, ink, filling, other);
    }

    /** What is left when no presentation state is used. */
    public Appearance own() {
        return use instanceof StateUse.Whole whole ? whole.own() : with(StateUse.none());
    }

    /** The same under the state in use; without it, so. */
    public Appearance withOwn(Appearance other) {
        return use instanceof StateUse.Whole whole
                ? with(new StateUse.Whole(whole.sent(), other, whole.isViewOwn()))
                : other;
    }

    /** As the files ask, or the presentation state in use. */
    public Appearance reset() {
        return use instanceof StateUse.Whole whole ? under(whole.sent()) : INITIAL.with(use);
    }

    /** All that a state asks for, laid over what the images look like without it. */
    public Appearance under(SentState state) {
        return INITIAL.with(INITIAL.filling.with(filling.interpolation()))
                .with(new StateUse.Whole(state, own(), false));
    }

    /**
     * What is rarely changed.
     *
     * @param interpolation how a magnified image is filled
     * @param colours colours in the place of greys
     * @param occlusion whether padding and the shutter hide what they cover
     */
    public record Filling(Interpolation interpolation, ColourTable colours, Occlusion occlusion) {
        /** Grey, linear between pixels, padding and shutter as filed. */
        public static final Filling USUAL = new Filling(Interpolation.LINEAR, ColourTable.NONE, Occlusion.KEPT);

        /** The same with another filling between pixels. */
        public Filling with(Interpolation other) {
            return new Filling(other, colours, occlusion);
        }

        /** The same in other colours. */
        public Filling with(ColourTable other) {
            return new Filling(interpolation, other, occlusion);
        }

        /** The same, what the file hides hidden or not. */
        public Filling with(Occlusion other) {
            return new Filling(interpolation, colours, other);
        }
    }

    /** The same, a magnified image filled in the next way. */
    public Appearance withNextInterpolation() {
        return with(filling.with(next(filling.interpolation(), List.of(Interpolation.values()))));
    }

    /** The same in the next colours, after the last ones in greys again. */
    public Appearance withNextColours() {
        return with(filling.with(next(filling.colours(), List.of(ColourTable.values()))));
    }

    /** The same, what padding and the shutter cover shown or hidden again. */
    public Appearance withOcclusionToggled() {
        return with(filling.with(filling.occlusion().toggled()));
    }

    private static <T> T next(T now, List<T> all) {
        return all.get((all.indexOf(now) + 1) % all.size());
    }

    /** What the renderer is told, once it is known which window or table is meant. */
    public DataPresentation presentation(VoiTransform resolved) {
        return new DataPresentation(
                resolved, polarity, filling.interpolation(), filling.colours(), filling.occlusion());
    }

    /** The same, looked at otherwise. */
    public Appearance with(ViewState other) {
        return new Appearance(other, voi, polarity, ink, filling, use.viewed());
    }

    /** The same through another window or table. */
    public Appearance with(VoiChoice other) {
        return new Appearance(view, other, polarity, ink, filling, use);
    }

    /** The same with black and white exchanged. */
    public Appearance inverted() {
        return with(polarity.toggled());
    }

    /** The same, black and white exchanged or not. */
    public Appearance with(Polarity other) {
        return new Appearance(view, voi, other, ink, filling, use);
    }

    /** The same with overlays drawn so. */
    public Appearance with(OverlayInk other) {
        return new Appearance(view, voi, polarity, other, filling, use);
    }

    /** The same, filled so. */
    public Appearance with(Filling other) {
        return new Appearance(view, voi, polarity, ink, other, use);
    }
}
