package org.candela.viewer.picture;

import java.util.function.Consumer;
import org.candela.image.AffineMap;
import org.candela.image.Frame;
import org.candela.image.GrayscaleTable;
import org.candela.image.Interpolation;
import org.candela.image.PixelPadding;
import org.candela.image.RasterArgb;
import org.candela.image.Resampler;
import org.candela.image.RowBand;
import org.candela.image.StoredRaster;
import org.jspecify.annotations.Nullable;

/**
 * The stored values that a place on the screen was last drawn from: a window moved, a display calibrated, greys inverted
 * over the same image need no resampling. Belongs to one place; used by one drawing at a time.
 */
// [impl->req~viewer.values-kept~1]
public final class KeptValues {
    private @Nullable StoredRaster values;
    /** Of what {@link #values} are whole; nothing while they are being made. */
    private @Nullable Source kept;

    private @Nullable Source drawing;

    /** All that decides resampled values but the size of the canvas. Frames are compared by identity: they never change. */
    private record Source(Frame frame, AffineMap canvasToImage, Interpolation interpolation, PixelPadding padding) {}

    /** Held on the heap. */
    public long bytes() {
        StoredRaster held = values;
        return held == null ? 0 : held.bytes();
    }

    /** A picture is going to be drawn: of colours it may be, which leave what is kept as it is. */
    void begin() {
        drawing = kept;
    }

    /** What draws bands of {@code picture} in {@code target}; {@link #drawn()} is told when all are. */
    Consumer<RowBand> painter(Picture picture, GrayscaleTable table, RasterArgb target) {
        Interpolation interpolation = picture.presentation().interpolation();
        Frame frame = picture.loaded().frame();
        Resampler resampler = new Resampler(picture.view().canvasToImage(), interpolation);
        Source wanted = new Source(frame, picture.view().canvasToImage(), interpolation, table.padding());
        StoredRaster raster = fitting(target);
        boolean isThere = wanted.equals(kept);
        kept = null;
        drawing = wanted;
        return isThere
                ? resampler.redrawing(frame, table, raster, target)
                : resampler.drawing(frame, table, raster, target);
    }

    /** All bands were drawn, so that what is kept is whole. */
    void drawn() {
        kept = drawing;
    }

    private StoredRaster fitting(RasterArgb target) {
        StoredRaster held = values;
        if (held != null && held.fits(target)) {
            return held;
        }
        kept = null;
        StoredRaster made = new StoredRaster(target.width(), target.height());
        values = made;
        return made;
    }
}
