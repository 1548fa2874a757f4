package org.candela.viewer.export;

import java.util.function.Supplier;
import org.candela.image.Interpolation;
import org.candela.image.OrientationMarks;
import org.candela.image.PixelLayout;
import org.candela.image.VoiTransform;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.InitialWindow;
import org.candela.viewer.picture.Occlusion;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;

/** The ways in which pictures leave. */
public final class Looks {
    /** As the file asks: its first window or VOI LUT, one picture pixel an image pixel, made square where it is not. */
    public static final Look FILED = loaded -> whole(loaded, DataPresentation.initial(loaded));

    /** The whole frame, what padding and a shutter cover shown: whoever gets the object can lift them. */
    public static final Look BARE =
            loaded -> whole(loaded, DataPresentation.initial(loaded).with(Occlusion.LIFTED));

    /** Above this side a picture is a slip, or an attack. */
    private static final int LONGEST = 32768;

    private Looks() {}

    /** The whole frame as stored, its values through {@code voi}. */
    public static Look through(VoiTransform voi) {
        return loaded -> {
            DataPresentation filed = DataPresentation.initial(loaded);
            return whole(
                    loaded,
                    new DataPresentation(
                            voi, filed.polarity(), filed.interpolation(), filed.colours(), filed.occlusion()));
        };
    }

    /** The whole frame as stored, its values as a reader looked at the stack: window, polarity, colours. */
    public static Look like(Appearance appearance) {
        return loaded -> {
            Supplier<VoiTransform> ifNone = () -> InitialWindow.of(loaded);
            VoiTransform voi = appearance.voi().on(loaded.description().voi(), ifNone);
            return whole(loaded, appearance.presentation(voi));
        };
    }

    /**
     * What stands on the screen: its part of the image, turned and magnified as there, at device pixels.
     *
     * @param seen the picture on the screen
     * @param view how it is looked at
     */
    public static Look shown(Picture seen, ViewState view) {
        return loaded ->
                new Sight(new Picture(loaded, seen.presentation(), seen.view(), OverlayInk.NONE), edges(loaded, view));
    }

    private static Sight whole(LoadedFrame loaded, DataPresentation presentation) {
        PixelLayout layout = loaded.frame().layout();
        double aspect = loaded.description().place().pixelAspect();
        // The longer side of a pixel is filled up, so that no row or column is lost.
        double toColumn = aspect >= 1 ? 1 : 1 / aspect;
        CanvasSize canvas = new CanvasSize(side(layout.columns() * toColumn), side(layout.rows() * toColumn * aspect));
        ResolvedView view = ResolvedView.of(loaded, ViewState.FIT.withPixels(toColumn), canvas);
        DataPresentation plain = aspect == 1 ? presentation.with(Interpolation.NEAREST) : presentation;
        return new Sight(new Picture(loaded, plain, view, OverlayInk.NONE), edges(loaded, ViewState.FIT));
    }

    private static int side(double pixels) {
        return (int) Math.max(1, Math.min(LONGEST, Math.round(pixels)));
    }

    private static OrientationMarks edges(LoadedFrame loaded, ViewState view) {
        var place = loaded.description().place();
        return view.marks(place.plane()
                .map(OrientationMarks::of)
                .orElseGet(() -> OrientationMarks.of(place.patientOrientation())));
    }
}
