package org.candela.viewer;

import java.util.Optional;
import org.candela.image.ImageSpacing;
import org.candela.image.PixelSpacing;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.picture.ViewState;

/** A millimetre of the image on a millimetre of the screen. Pure. */
// [impl->req~viewer.true-size~1]
public final class TrueSize {
    /** Closer than a tenth of a percent is true as far as an EDID can tell. */
    private static final double SAME = 1e-3;

    private TrueSize() {}

    /** The view of {@code viewport} at true size; empty without an image whose pixels have one known size. */
    static Optional<ViewState> view(Viewport viewport, ScreenPitch pitch) {
        return spacing(viewport)
                .map(spacing -> viewport.viewState().withPixels(spacing.columnSpacingMm() / pitch.meanMm()));
    }

    /** Whether the image of {@code viewport} is seen at true size. */
    public static boolean isSeen(Viewport viewport, ScreenPitch pitch) {
        return spacing(viewport)
                .flatMap(spacing ->
                        viewport.resolvedView().map(view -> view.scale() * pitch.meanMm() / spacing.columnSpacingMm()))
                .filter(ratio -> Math.abs(ratio - 1) < SAME)
                .isPresent();
    }

    private static Optional<PixelSpacing> spacing(Viewport viewport) {
        return viewport.shown()
                .map(shown -> shown.loaded().description().place().spacing())
                .flatMap(ImageSpacing::spacing);
    }
}
